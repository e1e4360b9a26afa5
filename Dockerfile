# The release in an image: ./chorus package makes the archive, docker build takes it. The same archive on the same base gives the
# same files. Broker and registry are other containers, so the embedded registry is left out.
ARG JRE_IMAGE=eclipse-temurin:25-jre

FROM ${JRE_IMAGE} AS unpacked
# the first file is always there, so that a missing archive is told below and not by the builder
COPY Dockerfile target/chorus-*.tar.g[z] /archive/
RUN set -- /archive/chorus-*.tar.gz \
    && if [ $# -ne 1 ] || [ ! -f "$1" ]; then echo "one release is needed in target/: ./chorus package makes it"; exit 1; fi \
    && mkdir /opt/chorus && tar -xzf "$1" -C /opt/chorus --strip-components=1 && rm -rf /opt/chorus/lib/registry /opt/chorus/docs

FROM ${JRE_IMAGE}
COPY --from=unpacked /opt/chorus /opt/chorus
RUN mkdir -p /var/lib/chorus && chown 10001:10001 /var/lib/chorus
USER 10001:10001
WORKDIR /var/lib/chorus
VOLUME /var/lib/chorus
EXPOSE 9404
ENTRYPOINT ["/opt/chorus/chorus"]
CMD ["--help"]
