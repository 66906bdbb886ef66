import { wordsIn } from "./words-in.js";

/**
 * What names give away, by class: English, German, French, Spanish, Italian, Portuguese and Dutch.
 * `_` stands between the words of a phrase. Words that mean other things more often (`name`, `mobile`,
 * `mail`, `zip`, `login`, `cell`) are left out: an alarm that is mostly false is soon switched off.
 */
const table: Readonly<Record<string, string>> = {
  email: `email e_mail email_address mail_address emails courriel adresse_mail correo correo_electronico
    posta_elettronica mailadresse emailadresse`,
  phone: `phone phones telephone telefon telefono teléfono téléphone telefone telefoon fax msisdn
    mobile_number cell_number mobile_phone cell_phone handynummer rufnummer telefonnummer whatsapp_number`,
  ip: `ip ips ip_address ipv4 ipv6 ip_addr ipaddress remote_addr x_forwarded_for`,
  person_name: `first_name last_name full_name middle_name maiden_name given_name family_name surname
    firstname lastname fullname legal_name person_name contact_name customer_name employee_name author_name
    recipient_name cardholder cardholder_name nachname vorname nom_de_famille prenom prénom apellido apellidos
    cognome sobrenome achternaam voornaam display_name real_name`,
  handle: `username user_name nickname slack_handle twitter_handle github_username github_login
    benutzername nombre_de_usuario handle`,
  address: `address addresses home_address postal_address street street_address street_name address_line
    postcode postal_code zip_code zipcode postleitzahl plz anschrift adresse strasse straße hausnummer
    direccion dirección codigo_postal code_postal indirizzo endereco endereço`,
  date_of_birth: `dob birthday birthdate birth_date date_of_birth birth_year year_of_birth geburtsdatum
    geburtstag date_de_naissance fecha_de_nacimiento data_di_nascita data_nascimento`,
  government_id: `ssn social_security social_security_number passport passport_number national_id nin tax_id
    tax_number steuernummer steuer_id driver_license drivers_license driving_licence license_plate
    number_plate dni nif cpf bsn personnummer codice_fiscale nhs_number`,
  financial: `iban bic swift_code card_number credit_card credit_card_number debit_card account_number
    bank_account routing_number sort_code kontonummer cvv cvc card_last4 last4`,
  user_agent: "user_agent useragent",
  location:
    "latitude longitude lat lng lon geolocation geo_location coordinates gps geo_point home_location",
  device_id: `device_id idfa idfv gaid aaid imei imsi mac_address advertising_id ad_id device_fingerprint
    browser_fingerprint android_id serial_number`,
  user_id: "slack_user_id slack_user discord_user_id github_user_id",
  url: "url urls uri href referrer referer permalink page_url webhook_url",
  free_text: `message message_text comment comment_text comments feedback note notes query search_query query_text prompt_text search_term search_text
    user_input input_text free_text freetext remark remarks prompt body subject_line transcript
    review_text answer_text error_message stack_trace stacktrace kommentar nachricht commentaire comentario`,
  secret: `password passwd passphrase secret secrets token tokens api_key apikey access_key private_key
    secret_key client_secret credential credentials cookie cookies authorization  otp pin_code
    session_token jwt bearer refresh_token access_token auth_token passwort mot_de_passe contrasena contraseña
    signing_key encryption_key`,
};

/** Phrases, with spaces, and their classes. */
export const phrases: ReadonlyMap<string, string> = new Map(
  Object.entries(table).flatMap(([name, words]) =>
    [...wordsIn(words)].map((phrase) => [phrase.replaceAll("_", " "), name] as const),
  ),
);

/** Words that give themselves away at either end of a longer one: `useremail`, `phonenumber`. */
export const joinedWords: readonly (readonly [string, string])[] = [
  ["email", "email"],
  ["phone", "phone"],
  ["telefon", "phone"],
  ["firstname", "person_name"],
  ["lastname", "person_name"],
  ["fullname", "person_name"],
  ["surname", "person_name"],
  ["username", "handle"],
  ["ipaddress", "ip"],
  ["birthdate", "date_of_birth"],
  ["birthday", "date_of_birth"],
  ["passport", "government_id"],
  ["creditcard", "financial"],
  ["cardnumber", "financial"],
  ["latitude", "location"],
  ["longitude", "location"],
];

/** Last words that say something about personal data and are none: `email_template`, `message_id`. */
export const defusers: ReadonlySet<string> = wordsIn(`
  area at banner bounced campaign category changed channel client code_length confirmed consent
  count country digest domain enabled expires field format hash hashed id ids kind label language
  layout length limit locale mechanism method missing mode model month ms name on opened path
  placement position present priority provider quota reason required result role scheme score
  section sent set size source stage state status step strength style subject suffix surface
  template time trigger type variant vendor verified version via volume
`);
