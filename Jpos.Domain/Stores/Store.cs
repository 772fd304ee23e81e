namespace Jpos.Domain.Stores;

/// <summary>A shop of the network. Its terminals work only while it is open.</summary>
public sealed class Store
{
    private readonly List<StoreOperator> operators = [];

    private Store()
    {
    }

    public Store(StoreNumber number, StoreProfile profile)
    {
        Number = number;
        Change(profile);
    }

    public StoreNumber Number { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <inheritdoc cref="StoreProfile.Advertisement"/>
    public string Advertisement { get; private set; } = "";

    public bool IsOpen { get; private set; } = true;

    /// <inheritdoc cref="StoreProfile.TimeZone"/>
    public string TimeZone { get; private set; } = "";

    /// <inheritdoc cref="StoreProfile.DeniedOperations"/>
    public Operations DeniedOperations { get; private set; }

    public IReadOnlyCollection<StoreOperator> Operators => operators;

    /// <summary>Changes the store, from the next message on.</summary>
    public void Change(StoreProfile profile) =>
        (Name, Advertisement, IsOpen, TimeZone, DeniedOperations) = (profile.Name, profile.Advertisement, profile.IsOpen, profile.TimeZone, profile.DeniedOperations);

    public bool HasOperator(OperatorNumber number) => operators.Exists(employed => employed.Number == number);

    public void AddOperator(OperatorNumber number) => operators.Add(new StoreOperator(number));

    /// <summary>Removes an operator, who then cannot sign on any terminal. Open sessions continue.</summary>
    public void RemoveOperator(OperatorNumber number) => operators.RemoveAll(employed => employed.Number == number);

    /// <summary>Returns the decline of row 4 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> if a check-in names an operator that the store does not have.</summary>
    public Decline? RefuseOperator(OperatorNumber number) =>
        HasOperator(number)
            ? null
            : new Decline(ResponseCode.TerminalRefused, "operatorNo is not an operator of this store.");

    /// <summary>Returns the store's decline of row 9 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, or null.</summary>
    public Decline? RefuseOperation(Operations operation) =>
        DeniedOperations.HasFlag(operation) ? new Decline(ResponseCode.OperationNotAllowed, "This store does not allow the operation.") : null;

    /// <summary>Returns the business day of an instant: its date in the store's time zone.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine does not know the zone. Then the host is not ready.</exception>
    public DateOnly BusinessDay(DateTime utc) => TimeZoneNames.TryFind(TimeZone, out var zone)
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone))
        : throw new TimeZoneNotFoundException($"This machine does not know the time zone {TimeZone} of store {Number.Value}.");
}
