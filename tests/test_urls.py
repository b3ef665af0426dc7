"""Every address."""

from jornal.pages import status
from jornal.urls import urlpatterns


def test_each_address_has_its_page():
    assert {str(one.pattern): one.callback for one in urlpatterns} == {
        "": status.page,
        "look.css": status.look,
        "alive": status.alive,
    }
