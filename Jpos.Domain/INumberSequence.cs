namespace Jpos.Domain;

/// <summary>Gives numbers that are unique in the host to transactions, lots and batches. The number of a transaction is its serial number on the wire.</summary>
public interface INumberSequence
{
    long Next();
}
