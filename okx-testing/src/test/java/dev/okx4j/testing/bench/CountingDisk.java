package dev.okx4j.testing.bench;

import dev.okx4j.client.fixture.DelegatingDisk;
import dev.okx4j.client.seam.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's disk, which counts how often it is waited for, or is never waited for. */
final class CountingDisk extends DelegatingDisk {
    private final AtomicLong syncs = new AtomicLong();
    private final boolean waits;

    CountingDisk(boolean waits) {
        super(Disk.system());
        this.waits = waits;
    }

    long syncs() {
        return syncs.get();
    }

    @Override
    public Writable open(Path path) throws IOException {
        return new DelegatingFile(super.open(path)) {
            @Override
            public void sync() throws IOException {
                syncs.incrementAndGet();
                if (waits) {
                    super.sync();
                }
            }
        };
    }
}
