/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practices-test.h"

#include <string.h>

#include "sp-contradiction-finder.h"
#include "sp-error.h"

static const SpConcept personal = { SP_CONCEPT_DATA, "personal", "personal data", NULL, FALSE, NULL, NULL, 0 };
static const SpConcept contact = { SP_CONCEPT_DATA, "contact", "contact data", &personal, FALSE, NULL, NULL, 1 };
static const SpConcept email = { SP_CONCEPT_DATA, "email", "e-mail address", &contact, FALSE, NULL, NULL, 2 };
static const SpConcept health = { SP_CONCEPT_DATA, "health", "health data", NULL, TRUE, NULL, NULL, 3 };
static const SpConcept children
  = { SP_CONCEPT_DATA, "childrens-data", "data of children", NULL, FALSE, NULL, NULL, 5 };
static const SpConcept wide = { SP_CONCEPT_DATA, "wide", "data", NULL, FALSE, NULL, NULL, 4 };
static const SpConcept others = { SP_CONCEPT_ENTITY, "others", "others", NULL, FALSE, NULL, NULL, 0 };
static const SpConcept advertisers
  = { SP_CONCEPT_ENTITY, "advertisers", "advertisers", &others, FALSE, NULL, NULL, 1 };
static const SpConcept providers = { SP_CONCEPT_ENTITY, "providers", "providers", &others, FALSE, NULL, NULL, 2 };
static const SpConcept marketing = { SP_CONCEPT_PURPOSE, "marketing", "marketing", NULL, FALSE, NULL, NULL, 0 };
static const SpConcept security = { SP_CONCEPT_PURPOSE, "security", "security", NULL, FALSE, NULL, NULL, 1 };

#define NONE G_MAXUINT

static const char rules_json[]
  = "{\"kinds\": [{\"id\": \"C1\", \"explanation\": \"{data}/{denied}\"},"
    " {\"id\": \"C2\", \"explanation\": \"{data}/{denied}\"},"
    " {\"id\": \"C3\", \"explanation\": \"{data}/{denied}\"},"
    " {\"id\": \"C4\", \"explanation\": \"{data}/{denied}\"},"
    " {\"id\": \"C5\", \"explanation\": \"{data}/{denied}\"},"
    " {\"id\": \"N1\", \"explanation\": \"{data}/{denied}\"},"
    " {\"id\": \"N2\", \"explanation\": \"{data}/{denied}\"},"
    " {\"id\": \"N3\", \"explanation\": \"{data}/{denied}\"},"
    " {\"id\": \"N4\", \"explanation\": \"{data}/{denied}\"}],"
    " \"too_wide\": [\"wide\"], \"too_wide_to_collect\": [\"personal\"], \"read_alike\": [],"
    " \"expected_recipients\": [\"providers\"], \"expected_purposes\": [\"security\"],"
    " \"affirmations\": [\"FLAT\"], \"denials\": [\"FLAT\"], \"pairs\": [], \"announcements\": []}";

static void
mention (GArray *mentions, const SpConcept *concept)
{
  SpMention mention = { concept, { 0, 0 } };

  if (concept != NULL)
    g_array_append_val (mentions, mention);
}

/* A sure, flat statement of the company in sentence @sentence. */
static SpStatement *
new_statement (SpSegmentation *segmentation, guint sentence, SpAction action, gboolean denied,
               const SpConcept *data, const SpConcept *recipient)
{
  guint n;
  const SpSentence *sentences = sp_segmentation_get_sentences (segmentation, &n);
  SpStatement *statement = g_new0 (SpStatement, 1);

  g_assert_cmpuint (sentence, <, n);
  statement->sentence = sentence;
  statement->segment = sentences[sentence].segment;
  statement->span = sentences[sentence].span;
  statement->action = action;
  statement->denied = denied;
  statement->strength = 1.0;
  statement->confidence = 0.9;
  statement->data = g_array_new (FALSE, FALSE, sizeof (SpMention));
  statement->recipients = g_array_new (FALSE, FALSE, sizeof (SpMention));
  statement->purposes = g_array_new (FALSE, FALSE, sizeof (SpMention));
  mention (statement->data, data);
  mention (statement->recipients, recipient);
  return statement;
}

/* A detector of flat sentences that fired on each of them, but for @silent. */
static GArray *
new_flat_detections (SpSegmentation *segmentation, guint silent)
{
  static const SpDetector flat = { .id = "FLAT" };
  GArray *detections = g_array_new (FALSE, FALSE, sizeof (SpDetection));
  guint n;

  sp_segmentation_get_sentences (segmentation, &n);
  for (guint i = 0; i < n; i++)
    {
      SpDetection detection = { .detector = &flat, .sentence = i, .confidence = 0.9 };

      if (i != silent)
        g_array_append_val (detections, detection);
    }
  return detections;
}

/* Returns: the kinds found, parted by blanks */
static char *
find_kinds (SpSegmentation *segmentation, SpStatement *a, SpStatement *b, guint silent)
{
  g_autoptr (JsonNode) root = sp_json_parse (rules_json, -1, NULL);
  g_autoptr (SpContradictionRules) rules
    = sp_contradiction_rules_new (json_node_get_object (root), NULL);
  g_autoptr (GArray) detections = new_flat_detections (segmentation, silent);
  g_autoptr (GPtrArray) statements
    = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_statement_free);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) kinds = g_string_new (NULL);

  g_assert_nonnull (rules);
  g_ptr_array_add (statements, a);
  g_ptr_array_add (statements, b);
  found = sp_contradictions_find (rules, segmentation, statements, detections);
  for (guint i = 0; i < found->len; i++)
    {
      const SpContradiction *contradiction = found->pdata[i];

      g_string_append_printf (kinds, "%s%s", i > 0 ? " " : "", contradiction->kind);
      g_assert_cmpuint (contradiction->a.segment, ==, a->segment);
      g_assert_cmpuint (contradiction->b.segment, ==, b->segment);
    }
  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

static void
names_the_kind_by_what_falls_under_what (void)
{
  static const struct
  {
    const SpConcept *data, *recipient, *denied_data, *denied_recipient;
    const char *kind;
  } cases[] = {
    { &contact, &others, &contact, &others, "C1" },
    { &email, &others, &contact, &others, "C2" },
    { &contact, &advertisers, &contact, &others, "C3" },
    { &contact, &advertisers, &contact, NULL, "C3" },
    { &email, &advertisers, &contact, &others, "C4" },
    { &email, &others, &contact, &advertisers, "C5" },
    { &contact, &others, &email, &others, "N1" },
    { &contact, &advertisers, &email, &others, "N2" },
    { &contact, &others, &contact, &advertisers, "N3" },
    { &contact, &others, &email, &advertisers, "N4" },
    { &health, &others, &email, &others, "" },
    { &email, &providers, &email, &others, "" },
    { &email, NULL, &email, &others, "" },
    { &wide, &others, &wide, &others, "" },
  };
  g_autoptr (SpSegmentation) segmentation = test_text_segment ("We share data. || We share no data.");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kinds = find_kinds (
        segmentation,
        new_statement (segmentation, 0, SP_ACTION_SHARE, FALSE, cases[i].data, cases[i].recipient),
        new_statement (segmentation, 1, SP_ACTION_SHARE, TRUE, cases[i].denied_data,
                       cases[i].denied_recipient),
        NONE);

      g_test_message ("case %u", i);
      g_assert_cmpstr (kinds, ==, cases[i].kind);
    }
}

static void
compares_like_with_like (void)
{
  static const struct
  {
    SpAction affirmed, denied;
    gboolean is_conflict;
  } cases[] = {
    { SP_ACTION_COLLECT, SP_ACTION_COLLECT, TRUE }, { SP_ACTION_TRACK, SP_ACTION_COLLECT, TRUE },
    { SP_ACTION_SELL, SP_ACTION_SHARE, TRUE },      { SP_ACTION_SHARE, SP_ACTION_SELL, FALSE },
    { SP_ACTION_SELL, SP_ACTION_SELL, TRUE },       { SP_ACTION_USE, SP_ACTION_USE, FALSE },
    { SP_ACTION_COLLECT, SP_ACTION_SHARE, FALSE },  { SP_ACTION_COLLECT, SP_ACTION_RETAIN, FALSE },
  };
  g_autoptr (SpSegmentation) segmentation = test_text_segment ("We do. || We do not.");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kinds = find_kinds (
        segmentation, new_statement (segmentation, 0, cases[i].affirmed, FALSE, &email, &others),
        new_statement (segmentation, 1, cases[i].denied, TRUE, &email, &others), NONE);

      g_test_message ("case %u", i);
      g_assert_cmpint (*kinds != '\0', ==, cases[i].is_conflict);
    }
}

/* What keeps two statements that differ in sign from being a contradiction. */
static void
is_silent_where_a_reader_would_be (void)
{
  g_autoptr (SpSegmentation) segmentation
    = test_text_segment ("We share data. We share no data. || We share no data at all.");

  for (guint i = 0; i < 14; i++)
    {
      guint silent = NONE;
      SpStatement *a = new_statement (segmentation, 0, SP_ACTION_SHARE, FALSE, &email, &advertisers);
      SpStatement *b = new_statement (segmentation, i == 1 ? 1 : 2, SP_ACTION_SHARE, TRUE, &email, &others);
      g_autofree char *kinds = NULL;

      switch (i)
        {
        case 2: b->population = "children"; break;
        case 3: b->strength = 0.6; break;
        case 4: b->exception = sp_span (20, 25); break;
        case 5: b->condition = sp_span (20, 25); break;
        case 6: a->condition = sp_span (2, 5); break;
        case 7: a->confidence = 0.6; break;
        case 8: a->subject = SP_SUBJECT_USER; break;
        case 9: mention (b->purposes, &marketing), mention (a->purposes, &security); break;
        case 10: a->modality = SP_MODALITY_RIGHT; break;
        case 11: mention (a->purposes, &security); break;
        case 12: silent = 0; break;
        case 13: silent = 2; break;
        default: break;
        }
      kinds = find_kinds (segmentation, a, b, silent);
      g_test_message ("case %u", i);
      g_assert_cmpstr (kinds, ==, i == 0 ? "C3" : "");
    }
}

static char *
describe (const char *text)
{
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();
  g_autoptr (SpSegmentation) segmentation = test_text_segment (text);
  g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);
  GPtrArray *found = sp_practices_get_contradictions (practices);
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? " " : "", ((SpContradiction *) found->pdata[i])->kind);
  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

static void
sees_redefinitions_and_broken_promises (void)
{
  static const struct
  {
    const char *text;
    const char *kinds;
  } cases[] = {
    { "We collect your IP address. || IP addresses are not personal information.", "X2" },
    { "We collect your IP address. || We consider IP addresses personal information.", "" },
    { "We collect your name. || IP addresses are not personal information.", "" },
    { "We use cookies. || Cookies do not contain personal information.", "" },
    { "We do not sell your personal data to outside parties. This does not include partners who help us.", "X2" },
    { "We do not sell your personal data to outside parties. This policy does not apply to third parties.", "" },
    { "See the section entitled “Cookies and you” below. || # Your choices || You may write to us.", "X4" },
    { "See the section entitled “Your choices” below. || # Your choices || You may write to us.", "" },
    { "See the “Privacy” section of your account settings. || We like you.", "" },
    { "Please contact us at the address listed below. || We like to hear from you.", "X4" },
    { "Please contact us at the address listed below. || Write to help@acorn.test at any time.", "" },
    { "We will never sell your personal data. || # Partners || We may sell your personal data to partners.", "C1" },
    { "We never share your e-mail address with anyone. || # Ads || We share your e-mail address with advertisers.", "C3" },
    { "We do not collect location data. || # App || The app collects your precise location.", "C2" },
    { "We do not share your personal data with others. || # Ads || We share your e-mail address with advertisers.", "C4" },
    { "We do not share your personal data with others. || # Help || We share your e-mail address with our service providers.", "" },
    { "We do not share your personal data with others. || # Law || We share your personal data with courts.", "" },
    { "We do not collect personal data when you only look around. || # Account || We collect your personal data.", "" },
    { "We do not collect location data from children. || # App || The app collects your precise location.", "" },
    { "We will never sell your personal data without your consent. || # Partners || We share data with partners.", "" },

    { "You have the right to tell us not to sell your data. || # Partners || We sell your data to partners.", "" },
    { "We do not sell data of people under 16. || # Partners || We sell your personal data to partners.", "" },

    { "We share your information with others. || # Promise || We will not share your location with others.", "N1" },
    { "We share your information with others. || # Promise || We will not share your location with another driver.", "" },
    { "We share your information with others. || # Promise || We will not share sensitive information.", "" },
    { "We share your information with others. || # Choice || You can ask us not to share your location with others.", "" },

    { "We may share your personal information with partners for their marketing. || # Promise || "
      "We do not give your personal information to other companies for their own marketing.", "C1" },
    { "We share your address with a printer that sends our catalogues. || # Promise || "
      "We do not give your personal information to other companies for their own marketing.", "" },

    { "We do not process sensitive personal data. || # Checks || We collect your fingerprints and your medical records.", "C2" },
    { "We do not process sensitive personal data. || # Visits || We collect your e-mail address.", "" },
    { "We do not process sensitive personal data of children. || # Checks || We collect your medical records.", "" },

    { "We never disclose your personal information to anyone. || # Future || "
      "If the company is sold, your personal information will be transferred to the buyer in the acquisition.", "X1" },
    { "We never disclose your personal information to anyone. || # Ads || "
      "We may pass your information to partners whose offers may interest you.", "C3" },
    { "We never disclose your personal information to anyone, except as stated below. || # Future || "
      "In an acquisition your personal information will be transferred.", "" },
    { "We do not disclose this information to anyone. || # Future || "
      "In an acquisition your personal information will be transferred.", "" },
    { "We never disclose your personal information to anyone. || # Future || "
      "In an acquisition we will not transfer your personal information.", "" },

    { "We collect non-personal information about your visit, such as the IP address. || # Log || We log IP addresses.", "X2" },
    { "We collect non-personal information about your visit, such as the pages you see. || # Log || We log IP addresses.", "" },
    { "Statistics do not include your name or that of third parties. || We do not sell your personal data.", "" },

    { "We may share your personal information with partners for their marketing. || # Consent || "
      "We do not share your personal information with third parties for their marketing without your consent.", "X3" },
    { "With your consent we share your personal information with partners for their marketing. || # Consent || "
      "We do not share your personal information with third parties for their marketing without your consent.", "" },

    { "See the “Choices & rights” section below. || # Choices and rights || You may write to us.", "" },
    { "See the section titled “Why, how and when?” below. || # Why, how and when || Because.", "" },
    { "See the “Choices & rights” section below. || # Choices we offer || You may write to us.", "X4" },
    { "See the “Choices and other rights” section below. || # Choices and rights || You may write to us.", "" },
    { "Please contact us at the address listed below. || # Contact || Use our form.", "" },
    { "Please contact us at the address below. || Acorn Ltd., 1 Oak Street, Springfield, IL 62701, USA", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kinds = describe (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (kinds, ==, cases[i].kinds);
    }
}

/* One denial against many affirmations is one contradiction, not many. */
static void
reports_a_denial_once (void)
{
  g_autoptr (SpSegmentation) segmentation = test_text_segment ("We share. || We share. || We never share.");
  g_autoptr (JsonNode) root = sp_json_parse (rules_json, -1, NULL);
  g_autoptr (SpContradictionRules) rules
    = sp_contradiction_rules_new (json_node_get_object (root), NULL);
  g_autoptr (GArray) detections = new_flat_detections (segmentation, NONE);
  g_autoptr (GPtrArray) statements
    = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_statement_free);
  g_autoptr (GPtrArray) found = NULL;
  const SpContradiction *first;

  g_ptr_array_add (statements, new_statement (segmentation, 0, SP_ACTION_SHARE, FALSE, &personal, &others));
  g_ptr_array_add (statements, new_statement (segmentation, 1, SP_ACTION_SHARE, FALSE, &email, &others));
  g_ptr_array_add (statements, new_statement (segmentation, 2, SP_ACTION_SHARE, TRUE, &contact, &others));
  found = sp_contradictions_find (rules, segmentation, statements, detections);
  g_assert_cmpuint (found->len, ==, 1);
  first = found->pdata[0];
  g_assert_cmpstr (first->kind, ==, "C2");
  g_assert_cmpstr (first->explanation, ==, "e-mail address/contact data");
  g_assert_cmpuint (first->a.segment, ==, 1);
}

/* --- The data map ----------------------------------------------------------------------------- */

static void
maps_who_gets_what_for_what (void)
{
  g_autoptr (SpSegmentation) segmentation = test_text_segment ("We share. || We do not. || We keep it.");
  g_autoptr (GPtrArray) statements
    = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_statement_free);
  g_autoptr (GPtrArray) flows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  SpStatement *used = new_statement (segmentation, 2, SP_ACTION_USE, FALSE, &contact, &others);
  SpStatement *uncollected = new_statement (segmentation, 1, SP_ACTION_COLLECT, TRUE, &children, NULL);
  SpStatement *supposed = new_statement (segmentation, 0, SP_ACTION_COLLECT, FALSE, &children, NULL);

  mention (used->purposes, &marketing);
  mention (used->purposes, &security);
  mention (uncollected->purposes, &security);
  supposed->condition = sp_span (0, 2);
  g_ptr_array_add (statements, new_statement (segmentation, 0, SP_ACTION_SHARE, FALSE, &email, &advertisers));
  g_ptr_array_add (statements, new_statement (segmentation, 1, SP_ACTION_SHARE, TRUE, &email, &advertisers));
  g_ptr_array_add (statements, new_statement (segmentation, 1, SP_ACTION_SELL, TRUE, &health, NULL));
  g_ptr_array_add (statements, used);
  g_ptr_array_add (statements, new_statement (segmentation, 2, SP_ACTION_SECURE, FALSE, &contact, NULL));
  g_ptr_array_add (statements, uncollected);
  g_ptr_array_add (statements, supposed);
  flows = sp_data_map_new (statements, &others);
  for (guint i = 0; i < flows->len; i++)
    {
      const SpDataFlow *flow = flows->pdata[i];

      g_string_append_printf (text, "%s>%s>%s=%s", flow->data->id,
                              flow->recipient != NULL ? flow->recipient->id : "",
                              flow->purpose != NULL ? flow->purpose->id : "",
                              sp_flow_state_get_id (flow->state));
      for (guint j = 0; j < flow->statements->len; j++)
        g_string_append_printf (text, " %u", g_array_index (flow->statements, guint, j));
      g_string_append_c (text, '\n');
    }
  g_assert_cmpstr (text->str, ==,
                   "contact>>marketing=affirmed 3\n"
                   "contact>>security=affirmed 3\n"
                   "email>advertisers>=unclear 0 1\n"
                   "health>others>=denied 2\n"
                   "childrens-data>>=denied 5\n");
}

static void
refuses_rules_without_sides (void)
{
  g_autoptr (JsonNode) root = sp_json_parse (
    "{\"kinds\": [], \"too_wide\": [], \"expected_recipients\": [], \"announcements\": [],"
    " \"pairs\": [{\"kind\": \"X1\", \"explanation\": \"e\", \"a\": [\"A\"], \"b\": []}]}", -1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpContradictionRules) rules
    = sp_contradiction_rules_new (json_node_get_object (root), &error);

  g_assert_null (rules);
  g_assert_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE);
  g_assert_nonnull (strstr (error->message, "pair 0"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contradictions/names-the-kind-by-what-falls-under-what",
                   names_the_kind_by_what_falls_under_what);
  g_test_add_func ("/contradictions/compares-like-with-like", compares_like_with_like);
  g_test_add_func ("/contradictions/is-silent-where-a-reader-would-be", is_silent_where_a_reader_would_be);
  g_test_add_func ("/contradictions/reports-a-denial-once", reports_a_denial_once);
  g_test_add_func ("/contradictions/sees-redefinitions-and-broken-promises",
                   sees_redefinitions_and_broken_promises);
  g_test_add_func ("/contradictions/refuses-rules-without-sides", refuses_rules_without_sides);
  g_test_add_func ("/data-map/maps-who-gets-what-for-what", maps_who_gets_what_for_what);
  return g_test_run ();
}
