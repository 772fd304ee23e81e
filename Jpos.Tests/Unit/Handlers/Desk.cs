using System.Text;
using Jpos.Application.Ports;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Application.Time;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Limits;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace Jpos.Tests.Unit.Handlers;

/// <summary>
/// The handlers with doubles for all their ports, arranged as on a good day: an open store, a terminal that signed on, an active card with 100 points and a voucher.
/// A test changes what is not so good.
/// </summary>
internal sealed class Desk
{
    public Desk(Programme? programme = null)
    {
        Programme = programme ?? new Programme();
        Terminal = Given.SignedOn(Numbers);
        Account = Given.Account(Numbers, (100m, Given.NextYear));
        Voucher = new Ticket(1, Given.AccountOf(1), TicketType.Voucher, "代金券", Domain.Money.Of(50m), 2, Given.NextYear, Given.Entry(Numbers));
        Known = [Voucher];

        Stores.Setup(stores => stores.Find(Given.StoreNumber, It.IsAny<CancellationToken>())).ReturnsAsync(() => Store);
        Terminals.Setup(terminals => terminals.Find(Given.TerminalNumber, It.IsAny<bool>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => Terminal);
        Cards.Setup(cards => cards.Find(CardNumber.Of(Given.GoodCard), It.IsAny<CancellationToken>())).ReturnsAsync(() => Card);
        Accounts.Setup(accounts => accounts.Find(Given.AccountOf(1), It.IsAny<CancellationToken>())).ReturnsAsync(() => Account);
        Accounts.Setup(accounts => accounts.Find(Given.AccountOf(1), It.IsAny<Domain.Points>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => Account);
        Accounts.Setup(accounts => accounts.Current(Given.AccountOf(1), It.IsAny<Domain.Points>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => Account);
        Accounts.Setup(accounts => accounts.Load(It.IsAny<PointAccount>(), It.IsAny<PointEffect>(), It.IsAny<CancellationToken>())).ReturnsAsync((PointAccount _, PointEffect effect, CancellationToken _) => new LoadedEffect(effect, new Dictionary<long, long>()));
        Tickets.Setup(tickets => tickets.OfAccount(Given.AccountOf(1), It.IsAny<IEnumerable<long>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((long _, IEnumerable<long> ids, CancellationToken _) => [.. Known.Where(ticket => ids.Contains(ticket.Id))]);
        Tickets.Setup(tickets => tickets.UsableOfAccount(Given.AccountOf(1), It.IsAny<DateOnly>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => Known);
        Batches.Setup(batches => batches.FindLatest(Given.StoreNumber, Given.TerminalNumber, It.IsAny<BatchNumber>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((StoreNumber _, TerminalNumber _, BatchNumber number, CancellationToken _) => Opened.Append(Terminal?.Batch).LastOrDefault(batch => batch?.Number == number));
        Journal.Setup(journal => journal.Add(It.IsAny<TransactionJournal>())).Callback((TransactionJournal entry) => Recorded.Add(entry));
        Journal.Setup(journal => journal.FindKey(It.IsAny<long>(), It.IsAny<TraceNumber>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((long batch, TraceNumber trace, CancellationToken _) => (OfKey(batch, trace, false), OfKey(batch, trace, true)));
        Journal.Setup(journal => journal.Find(It.IsAny<SerialNumber>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((SerialNumber serial, CancellationToken _) => Recorded.Find(entry => entry.Serial == serial));
        Journal.Setup(journal => journal.Family(It.IsAny<SerialNumber>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((SerialNumber root, CancellationToken _) => new TransactionFamily([.. Recorded.Where(entry => entry.Root == root)]));
        Journal.Setup(journal => journal.Expired(It.IsAny<IEnumerable<long>>(), It.IsAny<CancellationToken>())).ReturnsAsync(new Dictionary<long, Domain.Points>());
        Journal.Setup(journal => journal.CountConsumes(Given.AccountOf(1), It.IsAny<DateOnly>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => ConsumesToday);
        Security.Setup(security => security.Fingerprint(It.IsAny<MessageContent>()))
            .Returns((MessageContent content) => Fingerprint.Of(content, (field, value) => Convert.ToHexString(Encoding.UTF8.GetBytes($"{field} {value}"))));
        Failures.Setup(failures => failures.Find("", It.IsAny<CancellationToken>())).ReturnsAsync(Refused);
        Failures.Setup(failures => failures.FindToCount("", It.IsAny<CancellationToken>())).ReturnsAsync(Refused);
        Answers.Setup(answers => answers.Write(It.IsAny<Outcome>())).Returns((Outcome outcome) =>
        {
            Outcomes.Add(outcome);
            return Encoding.UTF8.GetBytes($"answer {Outcomes.Count}");
        });
    }

    public Mock<IStores> Stores { get; } = new();

    public Mock<ITerminals> Terminals { get; } = new();

    public Mock<ICards> Cards { get; } = new();

    public Mock<IPointAccounts> Accounts { get; } = new();

    public Mock<ITickets> Tickets { get; } = new();

    public Mock<IBatches> Batches { get; } = new();

    public Mock<ITransactionJournal> Journal { get; } = new();

    public Mock<IAlerts> Alerts { get; } = new();

    public Mock<ISecurityModule> Security { get; } = new();

    public Mock<IKeyManagement> Keys { get; } = new();

    public Mock<IAddressFailures> Failures { get; } = new();

    /// <summary>What is counted for the address that messages come from.</summary>
    public AddressFailures Refused { get; } = new("", Given.Utc);

    public Mock<IPinFailures> PinGuesses { get; } = new();

    public FailureLimits Limits { get; set; } = new();

    public Mock<IAnswerWriter> Answers { get; } = new();

    public Counter Numbers { get; } = new(100_000_000_001);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(Given.Utc));

    public Programme Programme { get; }

    public Store? Store { get; set; } = Given.Store();

    public Terminal? Terminal { get; set; }

    public Card? Card { get; set; } = Given.Card();

    public PointAccount Account { get; set; }

    public Ticket Voucher { get; }

    public IReadOnlyList<Ticket> Known { get; set; }

    public int ConsumesToday { get; set; }

    /// <summary>Batches besides the terminal's newest.</summary>
    public List<Batch> Opened { get; } = [];

    /// <summary>What was added to the journal.</summary>
    public List<TransactionJournal> Recorded { get; } = [];

    /// <summary>What was answered.</summary>
    public List<Outcome> Outcomes { get; } = [];

    public Outcome Last => Outcomes[^1];

    public MessageDependencies Steps => new(
        new Admission(Stores.Object, Terminals.Object, Security.Object, Alerts.Object, Failures.Object, new BlockedAddresses(Time), Limits), new ProgrammeClock(Time, TimeZoneInfo.Utc), Answers.Object, Security.Object, Limits);

    public static Consume Consume(int trace = 1, string points = "10", string cash = "90", int batch = 1) => new()
    {
        Store = Given.StoreNumber,
        Terminal = Given.TerminalNumber,
        Card = CardNumber.Of(Given.GoodCard),
        Trace = TraceNumber.Of(trace),
        Batch = BatchNumber.Of(batch),
        EntryMode = Given.Mode("01"),
        PointAmount = Amount.Of(points),
        CashAmount = Amount.Of(cash),
    };

    public static Cancel Cancel(int trace = 2, int consumeTrace = 1, int batch = 1) => new()
    {
        Store = Given.StoreNumber,
        Terminal = Given.TerminalNumber,
        Card = CardNumber.Of(Given.GoodCard),
        Trace = TraceNumber.Of(trace),
        Batch = BatchNumber.Of(batch),
        Consume = new OriginalReference { Batch = BatchNumber.Of(batch), Trace = TraceNumber.Of(consumeTrace) },
    };

    public Task<Reply> Send(Consume message) => new ConsumeHandler(Transactions, Cards.Object, Accounts.Object, Tickets.Object, new PinVerification(Security.Object, PinGuesses.Object, Alerts.Object, Limits), Alerts.Object).Handle(message, default);

    public Task<Reply> Send(Cancel message) => new CancelHandler(Transactions, Cards.Object, Batches.Object, Undoing).Handle(message, default);

    public Task<Reply> Reverse(Consume message) => new ReverseConsumeHandler(Reversals).Handle(new ReverseConsume(message), default);

    public Task<Reply> Reverse(Cancel message) => new ReverseCancelHandler(Reversals).Handle(new ReverseCancel(message), default);

    public async Task<string> CodeOf(Consume message) => (await Send(message)).Code.Code;

    public async Task<string> CodeOf(Cancel message) => (await Send(message)).Code.Code;

    /// <summary>The terminal's batch is settled, and the next one open.</summary>
    public void Settle()
    {
        Opened.Add(Terminal!.Batch!);
        Terminal.Batch!.Close(Given.Utc);
        Opened.Add(Terminal.SignOn(Given.Keys(Numbers.Next()), Given.Utc, Programme, Numbers));
    }

    public void Raised(AlertKind kind, SerialNumber about) => Alerts.Verify(alerts => alerts.Raise(kind, It.Is<TransactionJournal>(entry => entry.Serial == about), Given.Utc, It.IsAny<CancellationToken>()), Times.Once);

    public void RaisedNothing() => Alerts.VerifyNoOtherCalls();

    private TransactionDependencies Transactions => new(Steps, Journal.Object, Security.Object, Numbers, Programme);

    private TransactionUndo Undoing => new(Journal.Object, Accounts.Object, Tickets.Object, Alerts.Object, Numbers, Programme);

    private ReversalDependencies Reversals => new(Transactions, Batches.Object, Alerts.Object, Undoing);

    private TransactionJournal? OfKey(long batch, TraceNumber trace, bool isReversal) =>
        Recorded.Find(entry => entry.BatchId == batch && entry.Trace == trace && entry.IsReversal == isReversal);
}
