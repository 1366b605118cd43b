"""Microsoft's clouds: where each one signs the bot in, and which addresses are Teams' there. Pure.

Sources: the presets of Microsoft's own Teams SDK (`CloudEnvironment`, with the hosts of a service
address), "Sovereign cloud" (where Teams is opened), "Configure Bot Framework bots for US Government
customers", "Deploy bots to Azure operated by 21Vianet", and the lists of Microsoft 365's addresses
(SharePoint).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CloudName = Literal["public", "gcc-high", "dod", "china"]


@dataclass(frozen=True, slots=True)
class Cloud:
    """`files` are ends of host names, each with its first dot; no address ends with a slash.

    `teams` is where people open Teams.
    `shared_tenant` signs in a bot that names no tenant of its own. `issuer` and `keys_at` (an
    OpenID configuration) belong to the tokens that come in, `scope` to ours that go out.
    """

    teams: str
    login: str
    shared_tenant: str
    scope: str
    issuer: str
    keys_at: str
    services: frozenset[str]
    files: tuple[str, ...]

    def authority(self, tenant: str) -> str:
        """Where a bot of this tenant signs in; empty means the tenant that all bots share."""
        return f"{self.login}/{tenant or self.shared_tenant}"


PUBLIC = Cloud(
    teams="https://teams.microsoft.com",
    login="https://login.microsoftonline.com",
    shared_tenant="botframework.com",
    scope="https://api.botframework.com",
    issuer="https://api.botframework.com",
    keys_at="https://login.botframework.com/v1/.well-known/openidconfiguration",
    # The last one is GCC, which signs in and speaks as the public cloud does.
    services=frozenset(
        {
            "smba.trafficmanager.net",
            "smba.onyx.prod.teams.trafficmanager.net",
            "smba.infra.gcc.teams.microsoft.com",
        }
    ),
    files=(".sharepoint.com",),
)
GCC_HIGH = Cloud(
    teams="https://gov.teams.microsoft.us",
    login="https://login.microsoftonline.us",
    shared_tenant="MicrosoftServices.onmicrosoft.us",
    scope="https://api.botframework.us",
    issuer="https://api.botframework.us",
    keys_at="https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
    services=frozenset({"smba.infra.gov.teams.microsoft.us"}),
    files=(".sharepoint.us",),
)
DOD = Cloud(
    teams="https://dod.teams.microsoft.us",
    login=GCC_HIGH.login,
    shared_tenant=GCC_HIGH.shared_tenant,
    scope=GCC_HIGH.scope,
    issuer=GCC_HIGH.issuer,
    keys_at=GCC_HIGH.keys_at,
    services=frozenset({"smba.infra.dod.teams.microsoft.us"}),
    files=(".sharepoint-mil.us",),
)
CHINA = Cloud(
    teams="https://teams.microsoftonline.cn",
    login="https://login.partner.microsoftonline.cn",
    shared_tenant="microsoftservices.partner.onmschina.cn",
    scope="https://api.botframework.azure.cn",
    issuer="https://api.botframework.azure.cn",
    keys_at="https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
    services=frozenset({"frontend.botapi.msg.infra.teams.microsoftonline.cn"}),
    files=(".sharepoint.cn",),
)
CLOUDS: dict[CloudName, Cloud] = {
    "public": PUBLIC,
    "gcc-high": GCC_HIGH,
    "dod": DOD,
    "china": CHINA,
}
