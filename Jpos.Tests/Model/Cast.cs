using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Keys;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;
using Jpos.Infrastructure.Database;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Model;

/// <summary>Who takes part in one script and in no other: two terminals, four cards with what is on them, and mobiles. Cards 0 and 1 are active, 2 is issued to somebody, 3 to nobody.</summary>
internal sealed class Cast
{
    public const int Cards = 4;

    /// <summary>The first of the cards that are not active.</summary>
    public const int FirstIssued = 2;

    /// <summary>That of the one whom card 2 was issued to.</summary>
    public static readonly Identity Known = new("01", "11010519491231002X");

    private static readonly (Grade? Grade, decimal Rate)[] Grades = [(Grade.Gold, 0.015m), (Grade.Green, 0.01m), (Grade.Platinum, 0.02m), (null, 0.01m)];

    private static readonly (TicketType Type, decimal Face, int Pieces, int Days)[] Kinds =
        [(TicketType.Voucher, 50m, 3, 9), (TicketType.Voucher, 20.5m, 2, 700), (TicketType.Exchange, 10m, 4, 700)];

    private readonly int number;
    private readonly long[][] tickets = new long[Cards][];

    private Cast(int number)
    {
        this.number = number;
        TerminalNumbers = [$"M{number:D6}A", $"M{number:D6}B"];
        CardNumbers = [.. Enumerable.Range((Cards * number) + 1, Cards).Select(CardOf)];
        Purses = [.. Grades.Select(grade => new Purse(grade.Rate))];
    }

    public string[] TerminalNumbers { get; }

    public string[] CardNumbers { get; }

    public Purse[] Purses { get; }

    /// <summary>By card.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Tickets => tickets;

    /// <summary>The mobile with the number, up to 999.</summary>
    public string Mobile(int which) => $"13{number:D6}{which:D3}";

    /// <summary>Puts all of them into the host's database.</summary>
    public static async Task<Cast> Enter(JposHost host, int number, Script script, DateTimeOffset now)
    {
        var cast = new Cast(number);
        await host.InDatabase(async db =>
        {
            var keys = host.Services.GetRequiredService<IKeyManagement>();
            var numbers = host.Services.GetRequiredService<NumberSequence>();
            await numbers.Reserve(CancellationToken.None);
            foreach (var terminal in cast.TerminalNumbers.Select(TerminalNumber.Of))
            {
                var key = keys.WrapMasterKey(terminal, KeyAlgorithm.TripleDes, Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"));
                db.Terminals.Add(new Terminal(terminal, StoreNumber.Of(Form.Store), KeyAlgorithm.TripleDes, key) { MacPolicy = MacPolicy.Off });
            }

            var product = await db.CardProducts.FirstAsync(product => !product.RequiresPin);
            var asking = await db.CardProducts.FirstAsync(product => product.RequiresPin);

            // In some scripts the second card is of a product that asks for a PIN, and has none.
            cast.Purses[1].LacksPin = script.Lots[1].Sum(lot => lot.Hundredths) % 3 == 0;
            for (var which = 0; which < Cards; which++)
            {
                await cast.Add(which, db, cast.Purses[which].LacksPin ? asking : product, script.Lots[which], numbers, now);
            }
        });
        return cast;
    }

    private static string CardOf(int number)
    {
        var digits = $"98{number:D13}";
        var sum = digits.Reverse().Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1)).Sum(value => value > 9 ? value - 9 : value);
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }

    private async Task Add(int which, JposDbContext db, CardProduct product, (int Hundredths, int Days)[] lots, NumberSequence numbers, DateTimeOffset now)
    {
        var purse = Purses[which];
        var today = DateOnly.FromDateTime(now.AddHours(8).Date);
        purse.IsActive = which < FirstIssued;
        var member = Grades[which].Grade is { } grade ? new Member(numbers.Next(), new("某人", grade)) : null;
        if (which == FirstIssued)
        {
            (purse.Mobile, purse.Identity) = (Mobile(999), Known);
            member!.Bind(MobileNumber.Of(purse.Mobile), IdentityType.IdentityCard, IdentityNumber.Of(Known.Number!));
        }

        var account = new PointAccount(numbers.Next());
        db.Accounts.Add(account);
        var card = new Card(numbers.Next(), account.Id, CardNumber.Of(CardNumbers[which]), product, purse.IsActive ? CardState.Active : CardState.Issued, member);
        db.Cards.Add(card);
        await db.SaveChangesAsync();
        var opening = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), card, now.UtcDateTime, today);
        db.Journal.Add(opening);
        foreach (var (hundredths, days) in lots)
        {
            account.Add(Points.FromHundredths(hundredths), today.AddDays(days), ProgrammeAccount.Adjustment, opening, numbers, today);
            purse.Heaps.Add(new Heap(today.AddDays(days), null, hundredths / 100m));
        }

        var held = Kinds.Select(kind => new Ticket(numbers.Next(), account.Id, kind.Type, "券", Money.Of(kind.Face), kind.Pieces, today.AddDays(kind.Days), opening)).ToList();
        db.Tickets.AddRange(held);
        await db.SaveChangesAsync();
        tickets[which] = [.. held.Select(ticket => ticket.Id)];
        purse.Coupons.AddRange(Kinds.Zip(held, (kind, ticket) => new Coupon(ticket.Id, $"0{(int)kind.Type}", kind.Face, kind.Pieces, today.AddDays(kind.Days))));
    }
}
