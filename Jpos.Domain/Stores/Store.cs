namespace Jpos.Domain.Stores;

/// <summary>A shop of the network. Its terminals may work only while it is open.</summary>
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

    /// <summary>What the back office says of it, from the next message on.</summary>
    public void Change(StoreProfile profile) =>
        (Name, Advertisement, IsOpen, TimeZone, DeniedOperations) = (profile.Name, profile.Advertisement, profile.IsOpen, profile.TimeZone, profile.DeniedOperations);

    public bool HasOperator(OperatorNumber number) => operators.Exists(employed => employed.Number == number);

    public void AddOperator(OperatorNumber number) => operators.Add(new StoreOperator(number));

    /// <summary>The operator may sign no terminal on any more. Sessions that are open stay so.</summary>
    public void RemoveOperator(OperatorNumber number) => operators.RemoveAll(employed => employed.Number == number);

    /// <summary>Row 4 of protocol §2: a check-in names an operator of the store.</summary>
    public Decline? RefuseOperator(OperatorNumber number) =>
        HasOperator(number)
            ? null
            : new Decline(ResponseCode.TerminalRefused, "operatorNo is not an operator of this store.");

    /// <summary>Row 9 of protocol §2 as far as the store decides it.</summary>
    public Decline? RefuseOperation(Operations operation) =>
        DeniedOperations.HasFlag(operation) ? new Decline(ResponseCode.OperationNotAllowed, "This store does not allow the operation.") : null;

    /// <summary>The business day of an instant: its date in the store's time zone.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine does not know the zone. The host's readiness says so.</exception>
    public DateOnly BusinessDay(DateTime utc) => TimeZoneNames.TryFind(TimeZone, out var zone)
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone))
        : throw new TimeZoneNotFoundException($"This machine does not know the time zone {TimeZone} of store {Number.Value}.");
}
