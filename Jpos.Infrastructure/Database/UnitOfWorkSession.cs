namespace Jpos.Infrastructure.Database;

/// <summary>
/// The rows of a unit of work, as repositories see them. A query runs only after pending changes are written, so that it never reads stale rows.
/// Pending changes are those of earlier messages and all added or removed rows. In a unit with one command, every change is pending.
/// </summary>
internal sealed class UnitOfWorkSession(JposDbContext db, DatabaseEngine engine)
{
    private bool isReading;
    private bool isShared;
    private bool isPending;

    /// <summary>Keeps no changes. A message that must keep some is handled again in a unit that writes.</summary>
    public void BeginReading() => isReading = true;

    /// <summary>Whether many messages share the unit. Detecting changes before each of their queries would cost more than the queries.</summary>
    public void BeginSharing() => isShared = true;

    /// <summary>Marks the end of one message, which may have changed rows.</summary>
    public void MarkChanged() => isPending = true;

    /// <summary>Returns a query of the rows of a type.</summary>
    public async ValueTask<IQueryable<TRow>> Query<TRow>(CancellationToken cancellation)
        where TRow : class
    {
        if (!isReading && (isPending || (!isShared && db.ChangeTracker.HasChanges())))
        {
            await Save(cancellation);
        }

        return db.Set<TRow>();
    }

    /// <summary>Returns the row with a key, pending or stored; null if there is none.</summary>
    public ValueTask<TRow?> Find<TRow>(CancellationToken cancellation, params object[] key)
        where TRow : class => db.Set<TRow>().FindAsync(key, cancellation);

    /// <summary>Returns the row with a key as stored now, unless this unit has changed it; null if there is none.</summary>
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

    /// <summary>Marks a row as changed although none of its own columns changed.</summary>
    public void Touch<TRow>(TRow row, string property)
        where TRow : class
    {
        db.Entry(row).Property(property).IsModified = true;
        isPending = true;
    }

    /// <summary>Writes pending changes and gives new rows their ids.</summary>
    public async Task Save(CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        isPending = false;
    }

    /// <summary>Adds a row and writes pending changes. Afterwards the row has its id.</summary>
    public Task Insert<TRow>(TRow row, CancellationToken cancellation)
        where TRow : class
    {
        db.Add(row);
        return Save(cancellation);
    }

    /// <summary>Adds rows and writes all added rows, many at once. Afterwards they have their ids.</summary>
    public Task InsertAll<TRow>(IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class
    {
        // A query may have written some of the rows already, together with rows that they depend on.
        db.AddRange(rows.Where(row => db.Entry(row).State is EntityState.Detached));
        return InsertAdded(cancellation);
    }

    /// <summary>Writes all added rows, many at once.</summary>
    public Task InsertAdded(CancellationToken cancellation) => engine.InsertAdded(db, cancellation);

    /// <summary>Locks rows or names until the unit of work ends.</summary>
    public Task Lock(RowLocks rowLocks, CancellationToken cancellation) => engine.Lock(db, rowLocks, cancellation);
}
