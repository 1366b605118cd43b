"""Settings for every test."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from bot.run.platforms import registered

# A slow machine is no defect: no example has to be fast, and the same ones are tried each time.
settings.register_profile(
    "handrail", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("handrail")

# A test of one adapter says that platform's own sentences, too.
registered()
