# The hub as one image, started in roles: web, linkage-unit. Runs as an unprivileged user on a read-only root; writes to /data only.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
ENV CI=true
RUN dotnet publish src/ReadinessPassport.Service -c Release -o /hub

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && install -d -o app -g app -m 0700 /data
COPY --from=build /hub /hub
COPY policies /policies
USER app
WORKDIR /data
VOLUME /data
EXPOSE 8080
ENV DOTNET_EnableDiagnostics=0
ENTRYPOINT ["/hub/passport-hub"]
CMD ["serve", "--role", "web", "--urls", "http://0.0.0.0:8080", "--data", "/data", "--policies", "/policies"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD curl --fail --silent http://127.0.0.1:8080/health/ready || exit 1
