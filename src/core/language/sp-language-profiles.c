/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-language-profiles-private.h"

/* Articles, pronouns, prepositions, conjunctions and auxiliaries, put together by hand from what any
 * grammar of the language lists. Where two languages are close (Danish and Norwegian, Czech and
 * Slovak, Spanish and Portuguese) the words that differ matter most. */
const SpLanguageProfile sp_language_profiles[] = {
  { "en", G_UNICODE_SCRIPT_LATIN,
    "the of and to in that is for on with as by this it or be are from at we our you your not have has "
    "will may which any if when us they their can was were been these those such other than an do does "
    "should would about into who how what all may more",
    "" },
  { "de", G_UNICODE_SCRIPT_LATIN,
    "der die das und in den von zu mit ist des für auf dem im nicht ein eine einer eines einem einen wir "
    "sie ihre ihrer ihren ihr sich als auch werden wird wurde sind oder an bei nach durch über dass daten "
    "aus zur zum wenn kann können haben hat unsere unserer uns diese dieser dieses",
    "äöüß" },
  { "fr", G_UNICODE_SCRIPT_LATIN,
    "le la les de des du et à au aux en un une est sont que qui dans pour par sur avec ne pas plus nous "
    "vous votre vos notre nos ou ce cette ces son sa ses il elle ils être avoir peut peuvent afin ainsi "
    "lors si leur leurs données dont sans d l qu",
    "éèêëàâçùûîïôœ" },
  { "es", G_UNICODE_SCRIPT_LATIN,
    "el la los las de del y a en un una que es son por para con no se su sus lo al como más o nos usted "
    "nuestro nuestra nuestros nuestras si este esta estos estas ser ha han puede pueden sobre cuando "
    "también entre sin hasta desde donde datos e tu tus le les",
    "ñáéíóú¿¡" },
  { "it", G_UNICODE_SCRIPT_LATIN,
    "il lo la i gli le di del della dei delle degli e a al alla ai alle da dal dalla in nel nella nei "
    "nelle un una che è sono per con su sul sulla non si suo sua suoi sue noi voi nostro nostra nostri "
    "o ed come anche più può possono questo questa se dati essere ha hanno tra fra",
    "àèéìòù" },
  { "pt", G_UNICODE_SCRIPT_LATIN,
    "o a os as de do da dos das e em no na nos nas um uma que é são por para com não se seu sua seus "
    "suas ao aos à às pelo pela pelos pelas ou como mais nosso nossa nossos nossas você nós este esta "
    "isso ser pode podem quando também entre sem até sobre dados foi está",
    "ãõçáâéêíóôú" },
  { "nl", G_UNICODE_SCRIPT_LATIN,
    "de het een en van in op te dat die is voor met aan zijn niet wij we u uw je jouw onze ons ook als "
    "bij of om door naar uit over tot worden wordt kan kunnen hebben heeft deze dit daar waar hoe wat "
    "er maar dan nog wel geen meer zal zullen gegevens",
    "ë" },
  { "sv", G_UNICODE_SCRIPT_LATIN,
    "och att det i en ett på är som för av med den till de vi du din ditt dina vår vårt våra inte om har "
    "kan ska eller från vid när genom enligt också så dig oss denna detta dessa sig utan mot efter "
    "under hur vad behandlar uppgifter",
    "åäö" },
  { "da", G_UNICODE_SCRIPT_LATIN,
    "og at det i en et på er som for af med den til de vi du din dit dine vores ikke om har kan skal "
    "eller fra ved når gennem også så dig os denne dette disse sig uden mod efter under hvordan hvad "
    "hvis blive bliver oplysninger jeg dine af",
    "æøå" },
  { "nb", G_UNICODE_SCRIPT_LATIN,
    "og å det i en et på er som for av med den til de vi du din ditt dine vår vårt våre ikke om har kan "
    "skal eller fra ved når gjennom også så deg oss denne dette disse seg uten mot etter under hvordan "
    "hva hvis bli blir opplysninger jeg",
    "æøå" },
  { "fi", G_UNICODE_SCRIPT_LATIN,
    "ja on ei se että tai sekä joka jotka ovat voi voidaan me sinun tämä tämän nämä kun jos myös kuin "
    "mukaan olla hän meidän sinä niiden sen ne oman osana kautta varten käyttää tietoja tietojen",
    "äö" },
  { "pl", G_UNICODE_SCRIPT_LATIN,
    "i w z na do nie się jest o że dla przez od oraz lub to są za po ich jego ten ta te tym tych przy "
    "jak który która które których może mogą być jeśli nasze naszych nas dane danych państwa użytkownik "
    "w celu a",
    "ąćęłńśźż" },
  { "cs", G_UNICODE_SCRIPT_LATIN,
    "a v na se je že s z do o pro k i jsou nebo za od po při jako který která které aby by jeho jejich "
    "může mohou být pokud naše našich nás vám vás vaše údajů údaje není jsme také tak ve však",
    "ěřůščžýáí" },
  { "sk", G_UNICODE_SCRIPT_LATIN,
    "a v na sa je že s z do o pre k aj sú alebo za od po pri ako ktorý ktorá ktoré aby by jeho ich môže "
    "môžu byť ak naše našich nás vám vás vaše údajov údaje nie sme tiež tak vo však",
    "ľĺŕôäčšžýáí" },
  { "ro", G_UNICODE_SCRIPT_LATIN,
    "de și în a la cu pe din este sunt care să nu pentru o un ce prin sau mai al ale ai ca către "
    "dumneavoastră dvs noastre noastră nostru noi vă acest această acestea aceste poate pot fi fost dacă "
    "date datele datelor dar după fără lor lui asupra si in sa",
    "ăâîșțşţ" },
  { "hu", G_UNICODE_SCRIPT_LATIN,
    "a az és hogy nem is egy ha vagy van meg ez azt csak mint már még de kell amely ön önnek által "
    "valamint illetve során adatok adatokat személyes részére alapján szerint lehet való esetén vonatkozó",
    "őűáéíóöúü" },
  { "tr", G_UNICODE_SCRIPT_LATIN,
    "ve bir bu için ile olarak de da veya daha olan gibi kadar ancak göre sizin bizim her en ne değil "
    "hakkında üzerinden tarafından ilgili kişisel veri verileri verilerin edilir olabilir eğer",
    "ğışçöü" },
  { "ca", G_UNICODE_SCRIPT_LATIN,
    "el la els les de del dels i a al als en un una que és són per amb no es seu seva seus seves o com "
    "més nostre nostra nostres si aquest aquesta aquests aquestes pot poden sobre quan també entre sense "
    "fins des on dades ser",
    "àèéíïòóúüç·" },
  { "hr", G_UNICODE_SCRIPT_LATIN,
    "i u je na se da za su od s o koji koja koje ili kao do po ne biti može mogu ako vaše vaših naše "
    "naših nas vas vam ovaj ova ove te sve bi što iz podataka podatke podaci će prema kada",
    "čćđšž" },
  { "sl", G_UNICODE_SCRIPT_LATIN,
    "in je na se da za so od s o ki ali kot do po ne biti lahko če vaše vaših naše naših nas vas vam ta "
    "to te tudi vse bi kaj iz podatkov podatke podatki bo pri pa z v sta smo",
    "čšž" },
  { "et", G_UNICODE_SCRIPT_LATIN,
    "ja on et ei või see mis kui ka meie teie oma selle ning kas ole mida poolt kohta isikuandmete "
    "isikuandmeid andmeid andmete saab võib võime teil kes sellest",
    "õäöü" },
  { "lv", G_UNICODE_SCRIPT_LATIN,
    "un ir ar uz no par ka vai kas lai tiek jūs jūsu mēs mūsu šī šo šīs tā ko pie pēc kā var arī ja "
    "nav tas to personas datu datus dati",
    "āēīūģķļņšž" },
  { "lt", G_UNICODE_SCRIPT_LATIN,
    "ir kad yra su į iš ar arba jūsų mes mūsų šios šią tai kaip gali taip pat ne jei dėl apie nuo "
    "asmens duomenų duomenis duomenys bei pagal kurie kuri",
    "ąčęėįšųūž" },
  { "id", G_UNICODE_SCRIPT_LATIN,
    "yang dan di untuk dengan dari kami anda ini itu tidak atau dalam pada akan dapat oleh sebagai "
    "adalah kepada ke jika saat setiap tersebut telah juga bisa data pribadi informasi",
    "" },
  { "vi", G_UNICODE_SCRIPT_LATIN,
    "và của các là được cho không có những trong với này một để khi chúng tôi bạn người từ hoặc theo "
    "đến về thể thông tin đã sẽ tại do",
    "ăâđêôơưạảấầẩậắặẻẽếềểệịọốồổộớờởợụủứừửựỳỹ" },

  { "ru", G_UNICODE_SCRIPT_CYRILLIC,
    "и в не на что с по для о от или при мы вы вас ваш ваши это как к из за если может его их также "
    "данных данные персональных который которые был быть нас нам наш",
    "ыэъё" },
  { "uk", G_UNICODE_SCRIPT_CYRILLIC,
    "і в не на що з по для про від або при ми ви вас ваш ваші це як до із за якщо може його їх також "
    "даних дані персональних який які був бути нас нам наш та у",
    "іїєґ" },
  { "bg", G_UNICODE_SCRIPT_CYRILLIC,
    "и в не на че с по за от или при ние вие вас вашите това как към из ако може му им също данни "
    "данните лични който които е са да се ще сме нашата",
    "ъ" },
  { "sr", G_UNICODE_SCRIPT_CYRILLIC,
    "и у не на да са по за о од или при ми ви вас ваш ваше то како ка из ако може његов их такође "
    "података подаци личних који које је су се",
    "ђјљњћџ" },

  { "el", G_UNICODE_SCRIPT_GREEK, "", "" },
  { "he", G_UNICODE_SCRIPT_HEBREW, "", "" },
  { "ar", G_UNICODE_SCRIPT_ARABIC,
    "في من على إلى أن أو التي هذا هذه ما عن مع لا نحن الذي ذلك قد كما لك بك",
    "ةىأإ" },
  { "fa", G_UNICODE_SCRIPT_ARABIC,
    "و در به از که این را با است برای شما ما آن یا تا می های خود اطلاعات",
    "پچژگیک" },
  { "th", G_UNICODE_SCRIPT_THAI, "", "" },
  { "hi", G_UNICODE_SCRIPT_DEVANAGARI, "", "" },
  { "ko", G_UNICODE_SCRIPT_HANGUL, "", "" },
  { "ja", G_UNICODE_SCRIPT_HIRAGANA, "", "" },
  { "zh", G_UNICODE_SCRIPT_HAN, "", "" },
};

const guint sp_n_language_profiles = G_N_ELEMENTS (sp_language_profiles);
