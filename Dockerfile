# One image for every process: web, workers, migrations, the mail catcher. docker-compose.yml names the commands.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    UV_PYTHON_DOWNLOADS=never \
    UV_NO_CACHE=1 \
    PATH=/srv/quytrinh/.venv/bin:$PATH

RUN pip install --no-cache-dir uv==0.13.9 \
    && useradd --system --home-dir /srv/quytrinh --shell /usr/sbin/nologin quytrinh
WORKDIR /srv/quytrinh

# The libraries change seldom, the code often: two layers.
COPY pyproject.toml uv.lock README.md ./
RUN uv sync --frozen --no-dev --no-install-project
COPY . .
RUN uv sync --frozen --no-dev

USER quytrinh
EXPOSE 8000
ENTRYPOINT ["quytrinh"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
