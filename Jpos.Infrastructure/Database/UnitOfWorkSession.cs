namespace Jpos.Infrastructure.Database;

/// <summary>
/// The rows of a unit of work as repositories see them. A query is to be had only after what is pending has been written, so that none reads stale rows, whoever changed them.
/// Pending is what earlier messages of the unit changed, and each row that was added or removed; in a unit of its own, as each command has, every change.
/// </summary>
internal sealed class UnitOfWorkSession(JposDbContext db, DatabaseEngine engine)
{
    private bool isReading;
    private bool isShared;
    private bool isPending;

    /// <summary>Keeps nothing: a message of which something has to be kept is handled again in a unit that writes.</summary>
    public void BeginReading() => isReading = true;

    /// <summary>Many messages share the unit: looking for changes before each of their queries would cost more than the queries.</summary>
    public void BeginSharing() => isShared = true;

    /// <summary>A message was handled, and may have changed something.</summary>
    public void MarkChanged() => isPending = true;

    /// <summary>The rows of a kind, to ask the database about them.</summary>
    public async ValueTask<IQueryable<TRow>> Query<TRow>(CancellationToken cancellation)
        where TRow : class
    {
        if (!isReading && (isPending || (!isShared && db.ChangeTracker.HasChanges())))
        {
            await Save(cancellation);
        }

        return db.Set<TRow>();
    }

    /// <summary>The row with a key, pending or not; null if there is none.</summary>
    public ValueTask<TRow?> Find<TRow>(CancellationToken cancellation, params object[] key)
        where TRow : class => db.Set<TRow>().FindAsync(key, cancellation);

    /// <summary>The row with a key as it is in the database now, unless it is changed here; null if there is none.</summary>
    public async Task<TRow?> FindAgain<TRow>(CancellationToken cancellation, params object[] key)
        where TRow : class
    {
        var found = await Find<TRow>(cancellation, key);
        if (found is not null && db.Entry(found) is { State: EntityState.Unchanged } entry)
        {
            await entry.ReloadAsync(cancellation);
            return entry.State is EntityState.Detached ? null : found;
        }

        return found;
    }

    public void Add<TRow>(TRow row)
        where TRow : class
    {
        db.Add(row);
        isPending = true;
    }

    public void Remove<TRow>(TRow row)
        where TRow : class
    {
        db.Remove(row);
        isPending = true;
    }

    /// <summary>A row is to be written though none of its own columns changed.</summary>
    public void Touch<TRow>(TRow row, string property)
        where TRow : class
    {
        db.Entry(row).Property(property).IsModified = true;
        isPending = true;
    }

    /// <summary>Writes what is pending, and gives new rows their ids.</summary>
    public async Task Save(CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        isPending = false;
    }

    /// <summary>Adds a row and writes what is pending: the row has its id afterwards.</summary>
    public Task Insert<TRow>(TRow row, CancellationToken cancellation)
        where TRow : class
    {
        db.Add(row);
        return Save(cancellation);
    }

    /// <summary>Adds rows, and writes all rows that were added, many at once: they have their ids afterwards.</summary>
    public Task InsertAll<TRow>(IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class
    {
        // A query may have written some of them already, with what they hang on.
        db.AddRange(rows.Where(row => db.Entry(row).State is EntityState.Detached));
        return InsertAdded(cancellation);
    }

    /// <summary>Writes all rows that were added, many at once.</summary>
    public Task InsertAdded(CancellationToken cancellation) => engine.InsertAdded(db, cancellation);

    /// <summary>Locks rows or names until the unit of work ends.</summary>
    public Task Lock(RowLocks rowLocks, CancellationToken cancellation) => engine.Lock(db, rowLocks, cancellation);
}
