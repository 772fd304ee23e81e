namespace Jpos.Domain;

/// <summary>Gives numbers that are unique in the host: to transactions, for which they are the serial numbers on the wire, and to lots and batches, which are made in the same act.</summary>
public interface INumberSequence
{
    long Next();
}
