namespace Jpos.Domain.Stores;

/// <summary>An operator, who may sign on at the terminals of a store.</summary>
public sealed class StoreOperator
{
    private StoreOperator()
    {
    }

    internal StoreOperator(OperatorNumber number) => Number = number;

    public StoreNumber StoreNumber { get; private set; } = null!;

    public OperatorNumber Number { get; private set; } = null!;
}
