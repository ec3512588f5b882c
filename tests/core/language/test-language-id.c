/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language-test.h"

#include <string.h>

#include "sp-language-id.h"
#include "sp-text-utils.h"

static void
tells_languages_apart (void)
{
  static const struct
  {
    const char *code;
    const char *text;
  } cases[] = {
    { "en", "We keep your name and your address for as long as you use the shop. You can ask us to delete them." },
    { "de", "Wir speichern Ihren Namen und Ihre Adresse, solange Sie den Laden nutzen. Sie können die Löschung verlangen." },
    { "fr", "Nous conservons votre nom et votre adresse tant que vous utilisez la boutique. Vous pouvez demander leur effacement." },
    { "es", "Guardamos su nombre y su dirección mientras usted use la tienda. Usted puede pedir que los borremos." },
    { "it", "Conserviamo il suo nome e il suo indirizzo finché usa il negozio. Può chiedere che siano cancellati." },
    { "pt", "Guardamos o seu nome e o seu endereço enquanto você usar a loja. Você pode pedir que sejam apagados." },
    { "nl", "Wij bewaren uw naam en uw adres zolang u de winkel gebruikt. U kunt ons vragen om ze te wissen." },
    { "sv", "Vi sparar ditt namn och din adress så länge du använder butiken. Du kan be oss att radera dem." },
    { "da", "Vi gemmer dit navn og din adresse, så længe du bruger butikken. Du kan bede os om at slette dem." },
    { "nb", "Vi lagrer navnet ditt og adressen din så lenge du bruker butikken. Du kan be oss om å slette dem, hvis du vil." },
    { "fi", "Säilytämme nimen ja osoitteen niin kauan kuin sinä käytät kauppaa. Voit pyytää, että ne poistetaan." },
    { "pl", "Przechowujemy imię i adres, dopóki korzystasz ze sklepu. Możesz poprosić o ich usunięcie, jeśli nie są potrzebne." },
    { "cs", "Vaše jméno a adresu uchováváme, dokud používáte náš obchod. Můžete nás požádat, aby byly vymazány." },
    { "sk", "Vaše meno a adresu uchovávame, kým používate náš obchod. Môžete nás požiadať, aby boli vymazané, ak sa tak rozhodnete." },
    { "ro", "Păstrăm numele și adresa dumneavoastră cât timp folosiți magazinul. Puteți cere să fie șterse." },
    { "hu", "A nevét és a címét addig őrizzük, amíg ön használja az üzletet. Ön kérheti, hogy ezeket töröljük." },
    { "tr", "Adınızı ve adresinizi mağazayı kullandığınız sürece saklarız. Bunların silinmesi için bize yazın, bu bir haktır." },
    { "ca", "Guardem el vostre nom i la vostra adreça mentre useu la botiga. Podeu demanar que els esborrem amb aquest formulari." },
    { "hr", "Vaše ime i adresu čuvamo dok koristite trgovinu. Možete nas zamoliti da ih obrišemo ako to želite." },
    { "sl", "Vaše ime in naslov hranimo, dokler uporabljate trgovino. Lahko nas prosite, da ju izbrišemo." },
    { "lv", "Mēs glabājam jūsu vārdu un adresi, kamēr jūs lietojat veikalu. Jūs varat lūgt, lai tos dzēš." },
    { "lt", "Jūsų vardą ir adresą saugome, kol naudojatės parduotuve. Galite prašyti, kad jie būtų ištrinti." },
    { "et", "Me hoiame teie nime ja aadressi, kuni te kasutate poodi. Te võite paluda, et need kustutatakse." },
    { "id", "Kami menyimpan nama dan alamat Anda selama Anda menggunakan toko ini. Anda dapat meminta kami untuk menghapusnya." },
    { "vi", "Chúng tôi lưu tên và địa chỉ của bạn khi bạn dùng cửa hàng. Bạn có thể yêu cầu xóa những thông tin này." },
    { "ru", "Мы храним ваше имя и адрес, пока вы пользуетесь магазином. Вы можете попросить, чтобы мы их удалили." },
    { "uk", "Ми зберігаємо ваше ім’я та адресу, поки ви користуєтеся крамницею. Ви можете попросити, щоб ми їх видалили." },
    { "bg", "Ние пазим вашето име и адрес, докато вие ползвате магазина. Може да поискате да ги изтрием." },
    { "el", "Κρατάμε το όνομα και τη διεύθυνσή σας όσο χρησιμοποιείτε το κατάστημα." },
    { "he", "אנו שומרים את שמך ואת כתובתך כל עוד אתה משתמש בחנות." },
    { "ar", "نحن نحتفظ باسمك وعنوانك ما دمت تستخدم المتجر، ويمكنك أن تطلب منا حذفها في أي وقت." },
    { "ko", "저희는 고객이 상점을 이용하는 동안 이름과 주소를 보관합니다. 삭제를 요청할 수 있습니다." },
    { "ja", "当店をご利用の間、お客様のお名前と住所を保管します。削除を求めることができます。" },
    { "zh", "在您使用本店期间，我们会保存您的姓名和地址。您可以要求我们删除这些信息。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpLanguageGuess guess = sp_language_identify (cases[i].text, strlen (cases[i].text));

      g_test_message ("%s: %s %.2f", cases[i].code, guess.code, guess.confidence);
      g_assert_cmpstr (guess.code, ==, cases[i].code);
      g_assert_cmpfloat (guess.confidence, >, 0.5);
      g_assert_cmpfloat (guess.confidence, <=, 1.0);
    }
}

static void
leaves_open_what_cannot_be_told (void)
{
  static const char *const cases[] = {
    "", "OK", "Smallprint 2.0", "123 456 789 1000", "https://example.com/the/and/of/to/in", "Lorem ipsum dolor amet",
    "Facebook Twitter Instagram LinkedIn YouTube Pinterest",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpLanguageGuess guess = sp_language_identify (cases[i], strlen (cases[i]));

      g_test_message ("%s", cases[i]);
      g_assert_cmpstr (guess.code, ==, "und");
      g_assert_cmpfloat (guess.confidence, ==, 0.0);
    }
}

static void
is_not_misled_by_names_and_menus (void)
{
  g_autoptr (SpDocument) document =
    test_document_new ("~ Accueil | Nos produits | Qui sommes-nous | Nous écrire | Les offres de la semaine\n"
                       "We sell Crème de la Crème and El País in our shop, and keep your order for a year.",
                       NULL);

  g_assert_cmpstr (sp_language_identify_document (document).code, ==, "en");
}

/* What the manifest guesses wrongly or leaves open, by reading. */
static const struct
{
  const char *file;
  const char *code;
} corrections[] = {
  { "appch_zh_txt/com.abailing.write.txt", "zh" },
  { "appch_zh_txt/com.dyimedical.sx.txt", "zh" },
  { "appch_zh_txt/com.hooenergy.hoocharge.txt", "zh" },
  { "appch_zh_txt/com.jufaanli.wvapp.txt", "zh" },
  { "appch_zh_txt/thinku.com.word.txt", "zh" },
  { "c3pa_html/WS_82.html", "en" },
  { "ota_genai-eu_html/ChatGPT__Trackers_Policy.html", "en" },
  { "ota_genai-eu_md/ChatGPT__Trackers_Policy.md", "en" },
  { "ota_other_languages_md/da__Piratpartiet__Privacy_Policy.md", "nb" },
  { "ota_other_languages_md/pt__Bankrate__Privacy_Policy.md", "en" },
  { "ota_other_languages_md/pt__CNN_International__Privacy_Policy.md", "en" },
  { "ota_other_languages_md/pt__CNN_International__Privacy_Policy-2.md", "en" },
  { "ota_other_languages_md/pt__Credit_Karma__Privacy_Policy.md", "en" },
  { "ota_other_languages_md/pt__En__Privacy_Policy.md", "en" },
  { "ota_other_languages_md/pt__Poker-Engine__Privacy_Policy.md", "en" },
  { "ota_other_languages_md/pt__Qwant__Privacy_Policy.md", "en" },
  { "ota_other_languages_md/pt__Rogerty__Privacy_Policy.md", "en" },
  { "ota_other_languages_md/pt__Snopes__Privacy_Policy.md", "en" },
  { "ota_other_languages_md/pt__StoreMoreStore__Privacy_Policy.md", "en" },
  { "ota_other_languages_md/pt__WebProNews__Privacy_Policy.md", "en" },
  { "ota_other_languages_md/pt__yfrog__Privacy_Policy.md", "en" },
  { "tosback2_txt/verizon.com__Hum_Privacy_Policy.txt", "es" },
  { "tosback2_txt/xanga.com__Privacy_Policy.txt", "en" },
};

static const char *
get_language (const char *file, const char *guess)
{
  for (guint i = 0; i < G_N_ELEMENTS (corrections); i++)
    if (g_str_equal (corrections[i].file, file))
      return corrections[i].code;
  return guess;
}

static void
identifies_real_policies (void)
{
  const char *shared = g_getenv ("SP_TEST_SHARED");
  g_autofree char *manifest = g_build_filename (shared != NULL ? shared : "", "policies", "manifest.tsv", NULL);
  g_autofree char *lines = NULL;
  g_auto (GStrv) rows = NULL;
  guint n = 0;
  guint n_right = 0;

  if (!g_file_get_contents (manifest, &lines, NULL, NULL))
    {
      g_test_skip ("the policies are not beside the checkout");
      return;
    }

  rows = g_strsplit (lines, "\n", -1);
  for (char **row = rows + 1; *row != NULL && **row != '\0'; row++)
    {
      g_auto (GStrv) cells = g_strsplit (*row, "\t", -1);
      g_autofree char *path = g_build_filename (shared, "policies", cells[0], NULL);
      g_autoptr (SpDocument) document = test_policy_read (path);
      const char *expected = get_language (cells[0], cells[3]);
      const char *found;

      if (document == NULL
          || sp_text_count_words (sp_document_get_text (document, NULL), -1) < 100
          || g_str_equal (expected, "?"))
        continue;
      found = sp_language_identify_document (document).code;
      n++;
      n_right += g_str_equal (found, expected);
      if (!g_str_equal (found, expected))
        g_test_message ("%s: %s, not %s", cells[0], found, expected);
    }

  g_test_message ("%u of %u are right", n_right, n);
  g_assert_cmpuint (n, >, 600);
  g_assert_cmpfloat ((double) n_right / n, >=, 0.99);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/language-id/tells_languages_apart", tells_languages_apart);
  g_test_add_func ("/core/language-id/leaves_open_what_cannot_be_told", leaves_open_what_cannot_be_told);
  g_test_add_func ("/core/language-id/is_not_misled_by_names_and_menus", is_not_misled_by_names_and_menus);
  g_test_add_func ("/core/language-id/identifies_real_policies", identifies_real_policies);
  return g_test_run ();
}
