"""From where somebody comes: a proxy of ours is believed, and nobody else."""

import pytest
from aiohttp.test_utils import make_mocked_request
from multidict import CIMultiDict

from bot.web.visitors import visitor


@pytest.mark.parametrize(
    ("remote", "header", "who"),
    [
        ("8.8.8.8", "", "8.8.8.8"),
        ("8.8.8.8", "198.51.100.7", "8.8.8.8"),
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "1.1.1.1, 198.51.100.7", "198.51.100.7"),
        ("::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("10.0.0.2", "nonsense", "10.0.0.2"),
        ("2001:db8:1:2:ffff::1", "", "2001:db8:1:2::"),
    ],
)
def test_the_network_address_of_a_visitor(remote, header, who):
    headers = CIMultiDict({"X-Forwarded-For": header} if header else {})
    request = make_mocked_request("GET", "/certificates", headers=headers)
    assert visitor(request.clone(remote=remote)) == who
