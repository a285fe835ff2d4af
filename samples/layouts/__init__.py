"""Layouts of bills: one function draws one family; FAMILIES lists them all."""

from collections.abc import Callable
from dataclasses import dataclass

from samples.case import Case, Drawn
from samples.layouts import (
    de_home,
    de_small,
    en_home,
    en_small,
    en_us,
    fr_energy,
    fr_home,
    fr_letters,
    fr_life,
    fr_small,
    fr_state,
    fr_telecom,
    fr_water,
    other_lands,
)


@dataclass(frozen=True)
class Family:
    """A layout: its name, the biller's country and trade, who draws it, how many variants."""

    name: str
    country: str
    trade: str
    draw: Callable[[Case], Drawn]
    variants: int = 2


FAMILIES = (
    Family("fr-energy-sidebar-debit", "FR", "energy", fr_energy.sidebar_debit, 3),
    Family("fr-energy-tip", "FR", "energy", fr_energy.tip_coupon, 3),
    Family("fr-energy-yearly", "FR", "energy", fr_energy.yearly_balance, 3),
    Family("fr-energy-schedule", "FR", "energy", fr_energy.instalments),
    Family("fr-fuel-delivery", "FR", "fuel", fr_energy.fuel_delivery),
    Family("fr-water-town", "FR", "water", fr_water.town_service),
    Family("fr-water-left", "FR", "water", fr_water.big_amount_left, 3),
    Family("fr-water-rotated", "FR", "water", fr_water.turned_page),
    Family("fr-telecom-plain", "FR", "telecom", fr_telecom.plain_box, 3),
    Family("fr-mobile-example", "FR", "telecom", fr_telecom.example_inside),
    Family("fr-telecom-portal", "FR", "telecom", fr_telecom.portal_letter),
    Family("fr-telecom-crop", "FR", "telecom", fr_telecom.offset_crop),
    Family("fr-rent-notice", "FR", "rent", fr_home.rent_notice, 3),
    Family("fr-rent-receipt", "FR", "rent", fr_home.rent_receipt),
    Family("fr-rent-account", "FR", "rent", fr_home.landlord_account),
    Family("fr-condo-call", "FR", "agency", fr_home.condo_call),
    Family("fr-insurance-yearly", "FR", "insurance", fr_home.insurance_yearly),
    Family("fr-insurance-monthly", "FR", "insurance", fr_home.insurance_monthly),
    Family("fr-tax-income", "FR", "school", fr_state.income_tax),
    Family("fr-tax-land", "FR", "school", fr_state.land_tax),
    Family("fr-tax-monthly", "FR", "school", fr_state.tax_by_month),
    Family("fr-hospital", "FR", "health", fr_state.hospital),
    Family("fr-canteen", "FR", "school", fr_state.canteen, 1),
    Family("fr-self-employed", "FR", "freelance", fr_small.self_employed, 3),
    Family("fr-end-of-month", "FR", "freelance", fr_small.end_of_month),
    Family("fr-craftsman", "FR", "trades", fr_small.craftsman, 3),
    Family("fr-supplier", "FR", "supplier", fr_small.supplier, 3),
    Family("fr-fees-note", "FR", "law", fr_small.fees_note, 3),
    Family("fr-web-shop", "FR", "shop", fr_life.web_shop, 3),
    Family("fr-hosting", "FR", "hosting", fr_life.hosting, 3),
    Family("fr-club-fee", "FR", "club", fr_life.club_fee, 3),
    Family("fr-press-offer", "FR", "press", fr_life.press_offer),
    Family("fr-toll", "FR", "press", fr_life.toll),
    Family("fr-hotel", "FR", "agency", fr_life.hotel),
    Family("fr-dentist", "FR", "health", fr_life.dentist),
    Family("fr-creche", "FR", "school", fr_life.creche),
    Family("fr-reminder", "FR", "telecom", fr_letters.first_reminder),
    Family("fr-formal-notice", "FR", "recovery", fr_letters.formal_notice),
    Family("fr-credit-note", "FR", "shop", fr_letters.credit_note),
    Family("fr-health-contribution", "FR", "mutual", fr_letters.health_contribution),
    Family("fr-library", "FR", "town", fr_letters.late_fee),
    Family("en-energy-statement", "GB", "energy", en_home.energy_statement, 3),
    Family("en-water-slip", "GB", "water", en_home.water_slip, 3),
    Family("en-broadband", "GB", "telecom", en_home.broadband),
    Family("en-council-tax", "GB", "council", en_home.council_tax),
    Family("en-rent-statement", "GB", "rent", en_home.rent_statement),
    Family("en-insurance-renewal", "GB", "insurance", en_home.insurance_renewal),
    Family("en-sole-trader", "GB", "freelance", en_small.sole_trader, 3),
    Family("en-electrician", "GB", "electric", en_small.electrician),
    Family("en-till-receipt", "GB", "shop", en_small.shop_receipt),
    Family("en-school-fees", "GB", "club", en_small.school_fees),
    Family("en-gym", "GB", "gym", en_small.gym),
    Family("en-final-notice", "GB", "energy", en_small.final_notice),
    Family("en-credit-note", "GB", "shop", en_small.credit_note),
    Family("en-irish-broadband", "IE", "telecom", en_small.irish_broadband),
    Family("en-us-utility", "US", "energy", en_us.utility, 3),
    Family("en-us-saas", "US", "hosting", en_us.saas),
    Family("en-us-medical", "US", "health", en_us.medical),
    Family("en-us-contractor", "US", "freelance", en_us.contractor),
    Family("de-energy-yearly", "DE", "energy", de_home.yearly_power, 3),
    Family("de-phone-debit", "DE", "telecom", de_home.phone_debit),
    Family("de-insurance", "DE", "insurance", de_home.insurance),
    Family("de-service-charges", "DE", "rent", de_home.service_charges),
    Family("de-property-tax", "DE", "city", de_home.property_tax),
    Family("de-skonto", "DE", "trades", de_small.discount, 3),
    Family("de-mail-order", "DE", "shop", de_small.mail_order),
    Family("de-doctor", "DE", "health", de_small.doctor),
    Family("de-hosting", "DE", "hosting", de_small.hosting),
    Family("de-mahnung", "DE", "shop", de_small.reminder),
    Family("de-credit-note", "DE", "shop", de_small.credit_note),
    Family("de-sports-club", "DE", "city", de_small.sports_club),
    Family("fr-be-energy", "BE", "energy", other_lands.belgian),
    Family("nl-invoice", "NL", "shop", other_lands.dutch),
    Family("fr-ch-payment-part", "CH", "health", other_lands.swiss),
    Family("fr-ca-utility", "CA", "energy", other_lands.quebec),
)
