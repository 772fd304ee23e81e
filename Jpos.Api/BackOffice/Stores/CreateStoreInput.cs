namespace Jpos.Api.BackOffice.Stores;

/// <summary>A store that is to be.</summary>
public sealed record CreateStoreInput : StoreInput
{
    /// <summary>Its number, <c>storeNo</c> on the wire: 1 to 15 letters or digits.</summary>
    public string? Number { get; init; }
}
