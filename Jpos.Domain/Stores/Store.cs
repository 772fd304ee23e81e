using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;

namespace Jpos.Domain.Stores;

/// <summary>A shop of the network. Its terminals may work only while it is open.</summary>
public sealed class Store
{
    private readonly List<StoreOperator> operators = [];

    private Store()
    {
    }

    public Store(StoreNumber number, string name)
    {
        Number = number;
        Name = name;
    }

    public StoreNumber Number { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>What its receipts say to members: at most 999 bytes in GB2312, where ASCII takes one byte and anything else two (protocol §5).</summary>
    /// <exception cref="ArgumentException">It is longer.</exception>
    public string Advertisement
    {
        get;
        init => field = value.Sum(character => char.IsAscii(character) ? 1 : 2) <= 999
            ? value
            : throw new ArgumentException("An advertisement has at most 999 bytes in GB2312.", nameof(value));
    } = "";

    public bool IsOpen { get; init; } = true;

    /// <summary>The IANA name of the zone whose days are its business days.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Operations that are not allowed here; none by default (row 9).</summary>
    public Operations Denied { get; init; }

    public IReadOnlyCollection<StoreOperator> Operators => operators;

    public void Employ(OperatorNumber number) => operators.Add(new StoreOperator(number));

    /// <summary>Row 4 of protocol §2: a check-in names an operator of the store.</summary>
    public Decline? RefuseOperator(OperatorNumber number) =>
        operators.Exists(employed => employed.Number == number)
            ? null
            : new Decline(ResponseCode.TerminalRefused, "operatorNo is not an operator of this store.");

    /// <summary>Row 9 of protocol §2 as far as the store decides it.</summary>
    public Decline? RefuseOperation(Operations operation) =>
        Denied.HasFlag(operation) ? new Decline(ResponseCode.OperationNotAllowed, "This store does not allow the operation.") : null;

    /// <summary>The business day of an instant: its date in the store's time zone.</summary>
    public DateOnly BusinessDay(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)));
}

/// <summary>Somebody who may sign terminals of a store on.</summary>
public sealed class StoreOperator
{
    private StoreOperator()
    {
    }

    internal StoreOperator(OperatorNumber number) => Number = number;

    public StoreNumber StoreNumber { get; private set; } = null!;

    public OperatorNumber Number { get; private set; } = null!;
}
