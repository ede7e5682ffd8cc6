"""Debian's slapd for a test: its own configuration, data and certificates under a folder of the test."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from shutil import which
from threading import Event

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from engine.ports import RealClock
from qms.accounts.ldap_directory import NONE, Connection, LdapServer
from tests.identity_servers.processes import TOOLS, free_port, install, running

LEVEL = "LEVEL"
"""ldap3's word for the children of an entry."""
BASE = "dc=tayninh,dc=example"
PEOPLE = f"ou=people,{BASE}"
GROUPS = f"ou=groups,{BASE}"
READER = f"cn=reader,{BASE}"
READER_PASSWORD = "reads the people"
MASTER = f"cn=master,{BASE}"
_CONFIGURATION = """
include {schema}/core.schema
include {schema}/cosine.schema
include {schema}/inetorgperson.schema
modulepath {modules}
moduleload back_mdb
pidfile {folder}/slapd.pid
TLSCACertificateFile {folder}/ca.pem
TLSCertificateFile {folder}/server.pem
TLSCertificateKeyFile {folder}/server.key
database mdb
suffix "{base}"
rootdn "{master}"
rootpw {master_password}
directory {folder}/data
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="{reader}" read by * none
"""
_TREE = """
dn: {base}
objectClass: dcObject
objectClass: organization
o: Tay Ninh

dn: {people}
objectClass: organizationalUnit

dn: {groups}
objectClass: organizationalUnit

dn: {reader}
objectClass: person
sn: reader
userPassword: {reader_password}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningDirectory:
    """A directory that answers by LDAP with StartTLS and by LDAPS."""

    plain_port: int
    secure_port: int
    ca_file: str
    master_password: str

    @contextmanager
    def _as_master(self) -> Iterator[Connection]:
        server = LdapServer("127.0.0.1", port=self.plain_port, get_info=NONE)
        with Connection(server, MASTER, self.master_password) as connection:
            yield connection

    def enter(self, uid: str, name: str, mail: str, password: str) -> str:
        """Enter a person; returns the name in the directory."""
        dn = f"uid={uid},{PEOPLE}"
        attributes = {"cn": name, "sn": name.split(maxsplit=1)[0], "mail": mail, "userPassword": password}
        with self._as_master() as connection:
            assert connection.add(dn, "inetOrgPerson", attributes), connection.result
        return dn

    def rename(self, dn: str, name: str) -> None:
        """Give the person another name."""
        with self._as_master() as connection:
            assert connection.modify(dn, {"cn": [("MODIFY_REPLACE", [name])]}), connection.result

    def group(self, name: str, *members: str) -> str:
        """Make a group, or make it anew with other members; returns its name in the directory."""
        dn = f"cn={name},{GROUPS}"
        with self._as_master() as connection:
            connection.delete(dn)
            assert connection.add(dn, "groupOfNames", {"member": list(members)}), connection.result
        return dn

    def remove(self, dn: str) -> None:
        """Take an entry away."""
        with self._as_master() as connection:
            assert connection.delete(dn), connection.result

    def clear(self) -> None:
        """Take all people and groups away."""
        with self._as_master() as connection:
            for base in (PEOPLE, GROUPS):
                connection.search(base, "(objectClass=*)", LEVEL)
                for entry in connection.response:
                    connection.delete(entry["dn"])


@contextmanager
def ldap_server(folder: Path) -> Iterator[RunningDirectory]:
    """The directory, listening, with a tree and nobody in it."""
    install()
    program, environment = _program()
    secret = "belongs to the test alone"
    (folder / "data").mkdir()
    _write_certificates(folder)
    unpacked = TOOLS / "slapd"
    root = unpacked if unpacked.exists() else Path("/")
    configuration = folder / "slapd.conf"
    configuration.write_text(
        _CONFIGURATION.format(
            schema=root / "etc/ldap/schema",
            modules=root / "usr/lib/ldap",
            folder=folder,
            base=BASE,
            master=MASTER,
            master_password=f'"{secret}"',
            reader=READER,
        )
    )
    tree = folder / "tree.ldif"
    tree.write_text(
        _TREE.format(base=BASE, people=PEOPLE, groups=GROUPS, reader=READER, reader_password=READER_PASSWORD)
    )
    subprocess.run(
        [program, "-T", "add", "-f", str(configuration), "-l", str(tree)],
        check=True,
        env=environment,
        capture_output=True,
    )
    plain, secure = free_port(), free_port()
    addresses = f"ldap://127.0.0.1:{plain}/ ldaps://127.0.0.1:{secure}/"
    with running([program, "-f", str(configuration), "-h", addresses, "-d", "0"], env=environment):
        _wait_for(plain)
        _wait_for(secure)
        yield RunningDirectory(
            plain_port=plain, secure_port=secure, ca_file=str(folder / "ca.pem"), master_password=secret
        )


def _program() -> tuple[str, dict[str, str]]:
    unpacked = TOOLS / "slapd" / "usr" / "sbin" / "slapd"
    if unpacked.exists():
        libraries = ":".join(str(path) for path in (TOOLS / "slapd" / "usr" / "lib").glob("*-linux-gnu*"))
        return str(unpacked), {**os.environ, "LD_LIBRARY_PATH": libraries}
    return which("slapd", path=f"{os.environ['PATH']}:/usr/sbin") or "slapd", dict(os.environ)


def _wait_for(port: int) -> None:
    for _try in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        except ConnectionRefusedError:
            Event().wait(0.05)
    raise AssertionError("slapd did not start")


def _write_certificates(folder: Path) -> None:
    """A certificate authority of the test's own, and a certificate for 127.0.0.1."""
    authority_key, server_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = _certificate("Test authority", authority_key, None, authority_key)
    server = _certificate("127.0.0.1", server_key, authority, authority_key)
    (folder / "ca.pem").write_bytes(authority.public_bytes(serialization.Encoding.PEM))
    (folder / "server.pem").write_bytes(server.public_bytes(serialization.Encoding.PEM))
    (folder / "server.key").write_bytes(
        server_key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Certificate | None,
    signing: ec.EllipticCurvePrivateKey,
) -> x509.Certificate:
    now = RealClock().now()
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    if issuer is not None:
        address = x509.SubjectAlternativeName([x509.IPAddress(ip_address(name))])
        made = made.add_extension(address, critical=False)
    return made.sign(signing, hashes.SHA256())
