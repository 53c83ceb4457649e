# The worker and nothing else: no tests, no dev stack.
FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY worker ./worker
COPY prompts ./prompts
ENV PIP_CONSTRAINT=/src/constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/fanpace && /opt/fanpace/bin/pip install --quiet pip \
 && /opt/fanpace/bin/pip install --quiet .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --no-create-home fanpace
COPY --from=build /opt/fanpace /opt/fanpace
ENV PATH=/opt/fanpace/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 LOG_FORMAT=json
USER fanpace
# `docker stop` sends SIGTERM: the worker finishes or hands back its jobs within WORKER_GRACE.
# Give it that long: docker stop --time 30.
STOPSIGNAL SIGTERM
ENTRYPOINT ["fanpace"]
CMD ["run"]
