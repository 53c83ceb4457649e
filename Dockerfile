# The worker and nothing else: no tests, no dev stack, no pip, no compiler.
# Without Docker: deploy/build-image.sh runs these same steps.
ARG BASE=python:3.11-slim

FROM ${BASE} AS build
WORKDIR /src
ENV PIP_CONSTRAINT=/src/constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
COPY pyproject.toml constraints.txt ./
# The dependencies are a layer of their own, which a change of fanpace's code leaves alone.
RUN python3 -m venv /opt/fanpace \
 && /opt/fanpace/bin/pip install --quiet pip \
 && python3 -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" >needed.txt \
 && /opt/fanpace/bin/pip install --quiet --requirement needed.txt
COPY README.md LICENSE ./
COPY worker ./worker
COPY prompts ./prompts
# What is installed stays readable for scanners (dist-info) and for people (packages.txt).
RUN /opt/fanpace/bin/pip install --quiet . \
 && /opt/fanpace/bin/pip freeze --exclude pip >/opt/fanpace/packages.txt \
 && /opt/fanpace/bin/pip uninstall --quiet --yes pip setuptools

FROM ${BASE}
LABEL org.opencontainers.image.title="fanpace" \
      org.opencontainers.image.description="Answers a creator's fans at a human pace: the worker" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /opt/fanpace /opt/fanpace
# WORKER_METRICS_HOST=0.0.0.0 lets Prometheus in from another container.
ENV PATH=/opt/fanpace/bin:/usr/local/bin:/usr/bin:/bin PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    LOG_FORMAT=json WORKER_METRICS_PORT=9464
# A number, so that a host which insists on runAsNonRoot can tell. It needs no home and writes no
# file: the root may be read-only.
USER 10001:10001
# `docker stop` sends SIGTERM: the worker finishes or hands back its jobs within WORKER_GRACE (20 s).
# Give it that long: docker stop --time 30.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=6s --start-period=15s --retries=3 CMD ["fanpace", "healthcheck"]
ENTRYPOINT ["fanpace"]
CMD ["run"]
