#!/usr/bin/env bash
# Build the worker's image without Docker: the Dockerfile's own steps, by buildah with chroot
# isolation, over a base that debootstrap makes from Debian's packages. Needs root on Debian 12.
#   deploy/build-image.sh [NAME]        NAME: localhost/fanpace
# The base is made once and kept in buildah's store: buildah rmi localhost/fanpace-base makes it anew.
set -euo pipefail
cd "$(dirname "$0")/.."

name=${1:-localhost/fanpace}
base=localhost/fanpace-base
suite=bookworm
# No kernel feature is needed for these two, so they work inside containers and small machines.
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot

say() { echo "build-image: $*" >&2; }
[ "$(id -u)" = 0 ] || { say "run it as root: debootstrap and chroot need that"; exit 3; }
for tool in buildah debootstrap; do
  command -v "$tool" >/dev/null || { say "$tool is missing: apt-get install buildah debootstrap"; exit 3; }
done

if ! buildah inspect --type image "$base" >/dev/null 2>&1; then
  say "making the base from Debian's packages (once, about a minute)"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  # The mirror is the machine's own.
  mirror=$(sed -nE 's/^(URIs: |deb (\[[^]]*\] )?)(http[^ ]+).*/\3/p' /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null | head -1 || true)
  debootstrap --variant=minbase --include=ca-certificates,python3,python3-venv "$suite" "$work/root" ${mirror:+"$mirror"} >"$work/log" 2>&1 ||
    { tail -5 "$work/log" >&2; say "debootstrap failed"; exit 3; }
  rm -rf "$work"/root/var/cache/apt/* "$work"/root/var/lib/apt/lists/* "$work"/root/usr/share/{doc,man,locale}
  container=$(buildah from scratch)
  buildah copy --quiet "$container" "$work/root" / >/dev/null
  buildah commit --quiet --rm "$container" "$base" >/dev/null
fi

# What pip needs to reach its index from here is lent to the build and stays out of the image.
lend=()
for file in /etc/pip.conf "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}"; do
  [ -f "$file" ] && lend+=(--volume "$file:$file:ro")
done
say "building $name"
buildah build --quiet --layers --pull-never --format docker --network host "${lend[@]}" \
  --build-arg BASE="$base" --tag "$name" . >/dev/null
say "done: $name"
