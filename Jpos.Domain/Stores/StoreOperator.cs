namespace Jpos.Domain.Stores;

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
