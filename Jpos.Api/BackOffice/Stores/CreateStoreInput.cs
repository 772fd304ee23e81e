namespace Jpos.Api.BackOffice.Stores;

/// <summary>A store to add.</summary>
public sealed record CreateStoreInput : StoreInput
{
    /// <summary>The store's number, <c>storeNo</c> on the wire: 1 to 15 letters or digits.</summary>
    [Mandatory]
    public string? Number { get; init; }
}
