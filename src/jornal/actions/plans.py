"""The plans of one run: each contract gathered and laid out once."""

from dataclasses import dataclass, field, replace

from jornal.actions.inputs import Inputs, rates_of
from jornal.rules.plan import Plan, laid_out
from jornal.terms.agreed import Agreed, agreed
from jornal.terms.load import currency_scale
from jornal.units.periods import Period


@dataclass
class Plans:
    """The plans of one run, made once per contract and period, and the faults of contracts that are not there."""

    inputs: Inputs
    terms: dict[str, Agreed] = field(default_factory=dict)
    plans: dict[tuple[str, Period], Plan] = field(default_factory=dict)

    def agreed(self, contract_id: str) -> Agreed | None:
        """The terms of a contract of this enterprise, the rates sheet included; None where there is none such."""
        if contract_id not in self.terms:
            inputs = self.inputs
            contract = next((one for one in inputs.enterprise.contract if one.id == contract_id), None)
            if contract is None:
                return None
            if inputs.rates:
                contract = replace(contract, rate=rates_of(contract.rate, inputs.rates))
            scale = currency_scale(inputs.site.currency)
            self.terms[contract_id] = agreed(inputs.enterprise, inputs.site, contract, inputs.pack, scale)
        return self.terms[contract_id]

    def plan(self, contract_id: str, period: Period) -> Plan | None:
        """The plan of a contract for a period."""
        terms = self.agreed(contract_id)
        if terms is None:
            return None
        key = (contract_id, period)
        if key not in self.plans:
            self.plans[key] = laid_out(terms, period)
        return self.plans[key]
