# One image for the hub in all its roles; the command says which. Not root, and nothing inside is written to: data lies in volumes.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet restore src/ReadinessPassport.Service --locked-mode \
 && dotnet publish src/ReadinessPassport.Service -c Release --no-restore -o /app

# The Debian image carries ICU: consent languages need it.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY policies /app/policies
# DOTNET_EnableDiagnostics writes sockets below /tmp, which is read-only here.
ENV DOTNET_EnableDiagnostics=0 ASPNETCORE_HTTP_PORTS=
RUN mkdir /data && chown app:app /data
USER app
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["dotnet", "passport-hub.dll"]
CMD ["serve", "--role", "web", "--urls", "http://0.0.0.0:8080", "--data", "/data", "--policies", "/app/policies"]
