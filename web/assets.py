"""Built files of the front end: their addresses by name, and how long browsers keep them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from flask import Flask, Response, request, url_for

BUILD_FOLDER: Final = Path(__file__).parent / "static" / "build"
_FOREVER: Final = "public, max-age=31536000, immutable"


class AssetMissing(LookupError):
    """A template asks for a file that `npm run build` did not write."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not in the manifest: run `npm ci && npm run build` in frontend/")


def read_manifest(folder: Path = BUILD_FOLDER) -> dict[str, str]:
    """Names as templates ask for them, each with the file that carries its hash in its name."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return {str(name): str(file) for name, file in manifest.items()}


def init_assets(app: Flask, folder: Path = BUILD_FOLDER) -> None:
    """Give templates `asset_url(name)`; files whose name changes with their content are kept for a year."""
    manifest = read_manifest(folder)
    hashed = {f"build/{file}" for file in manifest.values()}

    def asset_url(name: str) -> str:
        if name not in manifest:
            raise AssetMissing(name)
        return url_for("static", filename=f"build/{manifest[name]}")

    def keep_hashed_files(response: Response) -> Response:
        filename = (request.view_args or {}).get("filename")
        if request.endpoint == "static" and filename in hashed and response.status_code < 400:  # noqa: PLR2004
            response.headers["Cache-Control"] = _FOREVER
        return response

    app.add_template_global(asset_url)
    app.after_request(keep_hashed_files)
