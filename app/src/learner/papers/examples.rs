//! Papers of a made-up household for the gallery: those that Miroir draws, and one that it cannot draw yet, as markup.
//!
//! Amounts follow from each other as those of personas do.

use leptos::prelude::*;
use scenarios::{papers::Paper, persona::Persona, rehearsal::Sheet};

use super::{VOID, line, sheet};
use crate::ui::Example;

/// What the household holds: everything that a drawn paper shows.
pub(super) const VALUES: &[(&str, &str)] = &[
    ("prenom", "Camille"),
    ("nom", "Essai"),
    ("adresse.voie", "12 rue du Miroir"),
    ("adresse.ville", "96120 Valfranche"),
    ("ancienne-adresse.voie", "3 impasse du Brouillon"),
    ("ancienne-adresse.ville", "96330 Fictigny-sur-Mirée"),
    ("facture.date", "2026-09-04"),
    ("ancienne-facture.date", "2026-06-04"),
    ("vehicule.immatriculation", "AA-000-AA"),
    ("vehicule.formule", "2099ZZ00012"),
    ("vehicule.vin", "0FCTF00E0ST000123"),
    ("vehicule.marque", "Maquette"),
    ("vehicule.modele", "M2"),
    ("vehicule.premiere-immatriculation", "2016-03-14"),
    ("logement.bailleur", "Habitat Exemple"),
    ("logement.quittance", "2026-10"),
    ("logement.loyer", "612.00"),
    ("logement.charges", "48.00"),
    ("logement.aide", "214.00"),
    ("banque.nom", "Banque du Miroir"),
    ("banque.iban", "FR25 9999 9000 0000 0000 1234 500"),
    ("banque.bic", "ZZZZFRZZXXX"),
    ("foyer.pension-alimentaire", "240.00"),
    ("foyer.pension-de", "Alex Simulard"),
    ("civilite", "Mme"),
    ("naissance.date", "1985-07-14"),
    ("naissance.lieu", "Valfranche"),
    ("impots.annee", "2025"),
    ("impots.numero-fiscal", "30 00 012 345 678"),
    ("impots.numero-en-ligne", "0000123"),
    ("impots.reference-de-l-avis", "00 ZZ 0000123 01"),
    ("impots.situation-connue", "marié"),
    ("impots.avis.etabli-le", "2025-07-11"),
    ("impots.avis.situation", "marié"),
    ("impots.avis.parts", "2.5"),
    ("impots.avis.salaires", "43000.00"),
    ("impots.avis.pensions", "1200.00"),
    ("impots.avis.deduction", "4420.00"),
    ("impots.avis.revenu-imposable", "39780.00"),
    ("impots.avis.impot", "1012.00"),
    ("impots.avis.preleve", "910.00"),
    ("impots.avis.revenu-de-reference", "39780.00"),
    ("adultes.1.employeurs.1.nom", "Nettoyage Exemple"),
    ("adultes.1.employeurs.1.emploi", "agente d’entretien"),
    ("adultes.1.employeurs.1.dernier-mois", "2025-12"),
    ("adultes.1.employeurs.1.net-social", "1661.04"),
    ("adultes.1.employeurs.1.imposable", "1721.24"),
    ("adultes.1.employeurs.1.retenu", "39.58"),
    ("adultes.1.employeurs.1.net-a-payer", "1588.46"),
    ("adultes.1.employeurs.1.annee-imposable", "20654.00"),
    ("adultes.1.employeurs.1.annee-retenu", "474.00"),
    ("adultes.1.employeurs.1.annee-net", "19519.00"),
    ("adultes.1.employeurs.1.connu", "20654.00"),
    ("adultes.1.prenom", "Camille"),
    ("adultes.1.emploi", "agente d’entretien"),
    ("adultes.1.employeur", "Nettoyage Exemple"),
    ("adultes.1.bulletins.1.periode", "2026-09"),
    ("adultes.1.bulletins.1.paye-le", "2026-09-28"),
    ("adultes.1.bulletins.1.heures", "151.67"),
    ("adultes.1.bulletins.1.brut", "2112.47"),
    ("adultes.1.bulletins.1.cotisations", "451.43"),
    ("adultes.1.bulletins.1.net-social", "1661.04"),
    ("adultes.1.bulletins.1.net-imposable", "1721.24"),
    ("adultes.1.bulletins.1.repas", "63.00"),
    ("adultes.1.bulletins.1.net-avant-impot", "1598.04"),
    ("adultes.1.bulletins.1.impot", "39.58"),
    ("adultes.1.bulletins.1.net-a-payer", "1558.46"),
    ("adultes.1.bulletins.1.cumul-imposable", "15402.16"),
    ("adultes.1.mois.1.indemnites-du", "2026-09-03"),
    ("adultes.1.mois.1.indemnites-au", "2026-09-14"),
    ("adultes.1.mois.1.indemnites-jours", "12"),
    ("adultes.1.mois.1.indemnites-par-jour", "32.10"),
    ("adultes.1.mois.1.indemnites-brut", "385.20"),
    ("adultes.1.mois.1.indemnites-journalieres", "359.40"),
    ("adultes.1.mois.1.indemnites-versees-le", "2026-09-18"),
    ("adultes.2.prenom", "Noé"),
    ("adultes.2.mois.1.chomage-au-titre-de", "2026-08"),
    ("adultes.2.mois.1.chomage-jours", "31"),
    ("adultes.2.mois.1.chomage-par-jour", "31.20"),
    ("adultes.2.mois.1.chomage-brut", "967.20"),
    ("adultes.2.mois.1.chomage", "926.58"),
    ("adultes.2.mois.1.chomage-verse-le", "2026-09-04"),
    ("enfants.1.prenom", "Lou"),
    ("enfants.1.emploi", "vendeur"),
    ("enfants.1.employeur", "Boulangerie du Miroir"),
    ("enfants.1.bulletins.1.periode", "2026-09"),
    ("enfants.1.bulletins.1.paye-le", "2026-09-27"),
    ("enfants.1.bulletins.1.heures", "60.00"),
    ("enfants.1.bulletins.1.brut", "751.20"),
    ("enfants.1.bulletins.1.cotisations", "160.53"),
    ("enfants.1.bulletins.1.net-social", "590.67"),
    ("enfants.1.bulletins.1.net-imposable", "612.07"),
    ("enfants.1.bulletins.1.repas", "54.20"),
    ("enfants.1.bulletins.1.net-avant-impot", "536.47"),
    ("enfants.1.bulletins.1.impot", "0.00"),
    ("enfants.1.bulletins.1.net-a-payer", "536.47"),
    ("enfants.1.bulletins.1.cumul-imposable", "1214.90"),
];

pub fn examples() -> Vec<Example> {
    let values = VALUES.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned()));
    let household = Persona { values: values.collect(), papers: Vec::new() };
    let drawn = |name, paper, numbers: &[usize], marked| {
        Example::new(name, sheet(&household, Sheet::Drawn(paper, numbers.to_vec()), marked))
    };
    vec![
        drawn("Une carte d’identité", Paper::CarteDIdentite, &[], None),
        drawn("Un certificat d’immatriculation", Paper::CarteGrise, &[], None),
        Example::new("Un certificat d’immatriculation, barré", crossed()),
        drawn("Une facture d’électricité", Paper::FactureNouveauLogement, &[], None),
        drawn(
            "Un bulletin de paie, un indice montrant une ligne",
            Paper::BulletinDePaie,
            &[1, 1],
            Some("net-social"),
        ),
        drawn("Le bulletin de paie d’un enfant", Paper::BulletinDePaieEnfant, &[1, 1], None),
        drawn("Un relevé d’allocation chômage", Paper::ReleveDeChomage, &[2, 1], None),
        drawn("Un décompte d’indemnités journalières", Paper::DecompteIndemnitesJournalieres, &[1, 1], None),
        drawn("Une lettre sur la pension alimentaire", Paper::CourrierPensionAlimentaire, &[], None),
        drawn("Une quittance de loyer, avec une aide", Paper::QuittanceDeLoyer, &[], None),
        drawn("Un relevé d’identité bancaire", Paper::ReleveBancaire, &[], None),
        drawn("Un avis d’impôt", Paper::AvisDImpot, &[], None),
        drawn("Une déclaration déjà remplie", Paper::DeclarationPreremplie, &[], None),
        drawn(
            "Un dernier bulletin de l’année, un indice montrant une ligne",
            Paper::BulletinDeDecembre,
            &[1, 1],
            Some("annee-imposable"),
        ),
    ]
}

fn crossed() -> impl IntoView {
    view! {
        <article class="papers papers--registration">
            <p class="papers__void">{VOID}</p>
            <h3 class="papers__title">"Certificat d’immatriculation " <span class="papers__issuer">"État imaginaire UTO"</span></h3>
            <dl class="papers__fields">
                {line("A. Immatriculation", "AA-000-AA")}
                {line("B. Première mise en circulation", "14/03/2016")}
                {line("C.1 Titulaire", "ESSAI Camille")}
                {line("D.1 Marque", "EXEMPLE")}
                {line("D.3 Modèle", "Citadine")}
                {line("E. Numéro de série", "UT0ESSA1000000000")}
                {line("P.6 Puissance fiscale", "5\u{a0}CV")}
                {line("Numéro de formule", "2016ZZ00000")}
            </dl>
            <p class="papers__mark">"Vendu le 12/09/2026 à 14\u{a0}h\u{a0}30" <span class="papers__hand">"C. Essai"</span></p>
        </article>
    }
}
