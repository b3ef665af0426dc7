"""Every address."""

from django.urls import path

from jornal.pages import status

urlpatterns = [
    path("", status.page),
    path("look.css", status.look),
    path("alive", status.alive),
]
