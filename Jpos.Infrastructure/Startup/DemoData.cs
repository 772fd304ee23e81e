using Jpos.Application.Time;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Keys;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;

namespace Jpos.Infrastructure.Startup;

/// <summary>
/// DEMO stores, terminals and cards to try the host with (<see href="docs/protocol.md#10-versioning">protocol §10</see>). Its keys and PIN are public. It is never added to a database that has a store.
/// </summary>
internal sealed class DemoData(JposDbContext db, IKeyManagement keys, IPinIssuing pins, NumberSequence numbers, ProgrammeClock clock)
{
    private const string DemoMasterKey1 = "0123456789ABCDEFFEDCBA9876543210";
    private const string DemoMasterKey2 = "89ABCDEF0123456776543210FEDCBA98";
    private const string DemoMasterKeyAes = "2B7E151628AED2A6ABF7158809CF4F3C";
    private const string DemoPin = "123456";

    // Below the numbers that hosts reserve, so that people can remember them. No card has the id of an account.
    private const int FirstAccount = 101;

    private readonly Moment now = clock.Now;
    private int cards;
    private int members;
    private int tickets;

    /// <summary>Adds the demo data if the database has no store.</summary>
    /// <returns>Whether the data was added.</returns>
    public async Task<bool> Add(CancellationToken cancellation)
    {
        if (await db.Stores.AnyAsync(cancellation))
        {
            return false;
        }

        AddStores();
        AddTerminals();
        await AddCards(cancellation);
        return true;
    }

    private void AddStores()
    {
        Store[] stores =
        [
            new(StoreNumber.Of("100000000000001"), new("示范门店") { Advertisement = "欢迎参加会员日活动" }),
            new(StoreNumber.Of("100000000000002"), new("第二门店")),
            new(StoreNumber.Of("100000000000009"), new("关闭门店") { IsOpen = false }),
        ];
        foreach (var store in stores)
        {
            store.AddOperator(OperatorNumber.Of("01"));
            db.Stores.Add(store);
        }
    }

    private void AddTerminals()
    {
        AddTerminal("10000001", "100000000000001", MacPolicy.Optional, KeyAlgorithm.TripleDes, DemoMasterKey1);
        AddTerminal("10000002", "100000000000001", MacPolicy.Required, KeyAlgorithm.TripleDes, DemoMasterKey2);
        AddTerminal("10000003", "100000000000001", MacPolicy.Optional, KeyAlgorithm.TripleDes, DemoMasterKey1, isEnabled: false);
        AddTerminal("10000004", "100000000000001", MacPolicy.Optional, KeyAlgorithm.Aes128, DemoMasterKeyAes);
        AddTerminal("10000005", "100000000000001", MacPolicy.Off, KeyAlgorithm.Des, DemoMasterKey1);
        AddTerminal("20000001", "100000000000002", MacPolicy.Off, KeyAlgorithm.TripleDes, DemoMasterKey1);
    }

    private void AddTerminal(string number, string store, MacPolicy policy, KeyAlgorithm form, string masterKey, bool isEnabled = true)
    {
        var terminal = TerminalNumber.Of(number);
        var wrapped = keys.WrapMasterKey(terminal, form, Convert.FromHexString(masterKey));
        db.Terminals.Add(new Terminal(terminal, StoreNumber.Of(store), form, wrapped) { MacPolicy = policy, UntilFirstSigned = false, IsEnabled = isEnabled });
    }

    private async Task AddCards(CancellationToken cancellation)
    {
        var prefixes = NumberPrefixes.Of("99");
        var plain = new CardProduct(new("会员卡") { NumberPrefixes = prefixes });
        var withPin = new CardProduct(new("密码会员卡") { NumberPrefixes = prefixes, RequiresPin = true });
        var inTwoYears = now.Today.AddYears(2);

        await AddCard("9900000000000010", plain, CardState.Active, Person("张三", Grade.Gold, "01", "110101199001011237", "13800000001"), cancellation, lots: [(1000m, inTwoYears)], tickets:
        [
            (TicketType.Voucher, "代金券", 50.00m, 2),
            (TicketType.GroupPurchase, "团购券", 30.00m, 3),
            (TicketType.Exchange, "兑换券", 20.00m, 1),
        ]);
        await AddCard("9900000000000028", withPin, CardState.Active, Person("李四", Grade.Green, "02", "110101199203053427", "13800000002"), cancellation, pin: DemoPin, lots: [(100m, inTwoYears)]);
        await AddCard("9900000000000036", plain, CardState.Issued, null, cancellation);
        await AddCard("9900000000000044", plain, CardState.Lost, Person("王五", Grade.Green, "01", "110101198507072315", "13800000004"), cancellation);
        await AddCard("9900000000000051", plain, CardState.Frozen, Person("赵六", Grade.Green, "02", "110101199512121227", "13800000005"), cancellation);
        await AddCard("9900000000000069", plain, CardState.Active, Person("孙七", Grade.Green, "01", "110101198002294510", "13800000006"), cancellation, expiresOn: now.Today.AddMonths(-1));
        await AddCard("9900000000000077", plain, CardState.Active, Person("周八", Grade.Green, "01", "110101200010013459", "13800000007"), cancellation);
        await AddCard("9900000000000085", plain, CardState.Active, Person("吴九", Grade.Platinum, "02", "110101197809156544", "13800000008"), cancellation, lots: [(20m, now.Today.AddDays(30)), (30m, inTwoYears)]);
        await AddCard("9900000000000093", plain, CardState.Issued, null, cancellation);
    }

    private Member Person(string name, Grade grade, string gender, string idNumber, string mobile) => new(++members, new(name, grade)
    {
        Gender = gender,
        Mobile = MobileNumber.Of(mobile),
        Document = new(IdentityType.IdentityCard, IdentityNumber.Of(idNumber)),
        Address = "北京市东城区示范路1号",
        Email = $"{mobile}@example.com",
    });

    private async Task AddCard(
        string number,
        CardProduct product,
        CardState state,
        Member? member,
        CancellationToken cancellation,
        string? pin = null,
        DateOnly? expiresOn = null,
        (decimal Points, DateOnly ExpiresOn)[]? lots = null,
        (TicketType Type, string Name, decimal Face, int Pieces)[]? tickets = null)
    {
        var account = new PointAccount(FirstAccount + cards);
        db.Accounts.Add(account);
        var card = new Card(++cards, account.Id, CardNumber.Of(number), product, state, member, expiresOn);
        db.Cards.Add(card);
        if (pin is not null)
        {
            card.SetPin(pins.MakePinVerifier(pin, card.Id));
        }

        await db.SaveChangesAsync(cancellation);
        if (lots is null && tickets is null)
        {
            return;
        }

        var opening = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), card, now.Utc, now.Today);
        db.Journal.Add(opening);
        foreach (var (points, lastDay) in lots ?? [])
        {
            account.Add(Points.Of(points), lastDay, ProgrammeAccount.Adjustment, opening, numbers, now.Today);
        }

        foreach (var (type, name, face, pieces) in tickets ?? [])
        {
            db.Tickets.Add(new Ticket(++this.tickets, account.Id, type, name, Money.Of(face), pieces, now.Today.AddYears(2), opening));
        }
    }
}
