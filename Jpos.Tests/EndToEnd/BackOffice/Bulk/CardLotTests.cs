using System.Globalization;
using System.Net;
using System.Text;
using Jpos.Application.BackOffice.Imports;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>A card comes in with its last day and with several lots of points, one in each of its rows.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSqlOrEach))]
internal sealed class CardLotTests(Engine engine)
{
    private const string Header = "number,product,cardExpiresOn,openingBalance,openingBalanceExpiresOn,name,idType,idNumber\n";
    private const string Card = "9900000000002008";

    private JposHost host = null!;
    private BackOfficeClient manager = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        manager = await BackOfficeClient.Of(host, Role.Manager);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Each_row_of_a_card_is_a_lot_with_its_own_last_day()
    {
        var done = await Import($"{Card},1,2031-12-31,10,2027-01-31,王,05,E9\n{Card},1,2031-12-31,2.5,2026-12-31,王,05,E9\n{Card},1,2031-12-31,1,,王,05,E9\n9900000000003006,1,,,,,,\n");
        Assert.That((done["lines"], done["accepted"], done["rejected"], done["blank"]), Is.EqualTo(("4", "4", "0", "0")), done.Text);
        Assert.That(await Lots(Card), Is.EqualTo(new[] { "2.5 2026-12-31", "10 2027-01-31", "1 2028-03-02" }));
        var card = await manager.Get($"cards/{Card}");
        Assert.That((card["expiresOn"], card["balance"]), Is.EqualTo(("2031-12-31", "13.5")));
        Assert.That((await manager.Walk("members")).Count(member => member.GetProperty("name").GetString() == "王"), Is.EqualTo(1));
        Assert.That(await host.Faults(), Is.Empty);
    }

    [TestCase("1,2031-12-31,5,2027-01-31,李,05,E9", "name: it differs from the first row of the card.")]
    [TestCase("2,2031-12-31,5,2027-01-31,王,05,E9", "product: it differs from the first row of the card.")]
    [TestCase("1,,5,2027-01-31,王,05,E9", "cardExpiresOn: it differs from the first row of the card.")]
    [TestCase("1,2031-12-31,5,2027-01-31,王,05,", "idNumber: it is missing.")]
    [TestCase("1,2031-12-31,5,2026-12-31,王,05,E9", "openingBalanceExpiresOn: another row of this card has the same last day.")]
    [TestCase("1,2031-12-31,,,王,05,E9", "number: A card with this number already exists.")]
    [TestCase("1,2031-12-31,5,2026-03-01,王,05,E9", "openingBalanceExpiresOn: The last day must not be in the past.")]
    [TestCase("1,2031-12-31,,2027-01-31,王,05,E9", "openingBalanceExpiresOn: the row has no openingBalance.")]
    [TestCase("1,2031-12-31,5,2027-02-30,王,05,E9", "openingBalanceExpiresOn: it must be a day, such as 2027-12-31.")]
    public async Task A_further_row_that_is_no_lot_is_a_bad_line(string row, string why)
    {
        var file = $"{Card},1,2031-12-31,2.5,2026-12-31,王,05,E9\n{Card},{row}\n";
        var tried = await Import(file, "?dryRun=true");
        Assert.That((tried["accepted"], tried.Json.GetProperty("errors")[0].GetProperty("reason").GetString()), Is.EqualTo(("1", why)), tried.Text);
        var done = await Import(file);
        Assert.That((done["accepted"], done["rejected"]), Is.EqualTo(("1", "1")), done.Text);
        Assert.That(await Lots(Card), Is.EqualTo(new[] { "2.5 2026-12-31" }));
    }

    [Test]
    public async Task Rows_of_a_card_that_do_not_follow_each_other_are_another_card_with_its_number()
    {
        var done = await Import($"{Card},1,,1,2027-01-31,,,\n9900000000003006,1,,,,,,\n{Card},1,,1,2027-02-28,,,\n");
        Assert.That((done["accepted"], done["rejected"]), Is.EqualTo(("2", "1")), done.Text);
    }

    [TestCase("5,2026-03-01")]
    [TestCase("x,2027-02-28")]
    [TestCase("5,2026-12-31")]
    public async Task A_bad_row_among_the_rows_of_a_card_costs_the_card_no_other_lot(string lot)
    {
        var done = await Import($"{Card},1,,1,2026-12-31,,,\n{Card},1,,{lot},,,\n{Card},1,,2,2027-01-31,,,\n");
        Assert.That((done["accepted"], done["rejected"]), Is.EqualTo(("2", "1")), done.Text);
        Assert.That(await Lots(Card), Is.EqualTo(new[] { "1 2026-12-31", "2 2027-01-31" }));
    }

    [TestCase("9,,1,2026-12-31,,,", "there is no such product")]
    [TestCase("1,2026-03-01,1,2026-12-31,,,", "the card has expired")]
    [TestCase("1,,1,2026-03-01,,,", "its lot has expired")]
    [TestCase("1,,x,2026-12-31,,,", "its points are none")]
    [TestCase("1,,1,2026-12-31,,05,E9", "its member has no name")]
    public async Task A_card_whose_first_row_is_bad_is_not_made_of_its_other_rows(string first, string because)
    {
        var rows = $"{Card},{first}\n{Card},1,,2,2027-01-31,,,\n{Card},1,,x,2027-02-28,,,\n{Card},1,,3,2027-03-31,,,\n9900000000003006,1,,4,2027-03-31,,,\n";
        var tried = await Import(rows, "?dryRun=true");
        var done = await Import(rows);
        Assert.That((tried["accepted"], tried["rejected"], done["accepted"], done["rejected"]), Is.EqualTo(("1", "4", "1", "4")), because);
        var reasons = tried.Json.GetProperty("errors").EnumerateArray().Select(fault => fault.GetProperty("reason").GetString()).ToList();
        Assert.That((reasons[1], reasons[3]), Is.EqualTo(("number: The first row of this card, line 2, was rejected.", "number: The first row of this card, line 2, was rejected.")));
        Assert.That((await manager.Get($"cards/{Card}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        var mended = await Import($"{Card},1,,1,2026-12-31,,,\n{Card},1,,2,2027-01-31,,,\n{Card},1,,3,2027-03-31,,,\n");
        Assert.That((mended["accepted"], await Lots(Card)), Is.EqualTo(("3", new[] { "1 2026-12-31", "2 2027-01-31", "3 2027-03-31" })), mended.Text);
    }

    [Test]
    public async Task The_rows_of_a_card_are_brought_in_together_wherever_a_unit_ends()
    {
        var lines = new StringBuilder();
        for (var number = 1; number < ImportRun.LinesInUnit; number++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{CardFile.Number(number)},1,,,,,,\n");
        }

        for (var day = 1; day <= 20; day++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{Card},1,,1,2027-01-{day:D2},,,\n");
        }

        lines.Append("9900000000003006,1,,,,,,\n");
        var done = await Import(lines.ToString());
        Assert.That((done["rejected"], (await Lots(Card)).Count), Is.EqualTo(("0", 20)), done.Text);
    }

    [Test]
    public async Task A_dry_run_remembers_cards_owners_and_documents_of_lines_far_before()
    {
        var lines = new StringBuilder($"{Card},1,,,,王,05,E9\n");
        for (var number = 1; number <= ImportRun.LinesInUnit; number++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{CardFile.Number(number)},1,,,,,,\n");
        }

        lines.Append(CultureInfo.InvariantCulture, $"{Card},1,,,,,,\n9900000000003006,1,,,,x,05,e9\n");
        var text = lines.ToString();
        var (tried, done) = (await Import(text, "?dryRun=true"), await Import(text));
        Assert.That((tried["accepted"], tried["rejected"]), Is.EqualTo((done["accepted"], done["rejected"])).And.EqualTo(("501", "2")), tried.Text);
        Assert.That(tried.Json.GetProperty("errors").EnumerateArray().Select(fault => fault.GetProperty("reason").GetString()), Is.EqualTo(new[] { "number: A card with this number already exists.", "idNumber: A member with this document already exists." }));
    }

    private async Task<BackOfficeAnswer> Import(string rows, string query = "")
    {
        var done = await manager.Post($"imports/cards{query}", Encoding.UTF8.GetBytes(Header + rows));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.OK), done.Text);
        return done;
    }

    private Task<List<string>> Lots(string card) => host.InDatabase(async db =>
    {
        var number = CardNumber.Of(card);
        var account = await db.Accounts.Include(account => account.Lots).SingleAsync(account => db.Cards.Any(row => row.AccountId == account.Id && row.Number == number));
        return account.Lots.OrderBy(lot => lot.ExpiresOn).Select(lot => $"{lot.Remaining} {lot.ExpiresOn:yyyy-MM-dd}").ToList();
    });
}
