package dev.okx4j.samples.bad.tools;

import com.squareup.moshi.JsonAdapter;
import dev.okx4j.samples.bad.paper.engine.ReadsFile;
import dev.okx4j.samples.bad.samples.PrintManager;
import java.io.IOException;

/** A tool that knows the paper exchange, a sample and Moshi, and binds JSON by itself. */
public class SeesEverything {
    ReadsFile paper = new ReadsFile();
    PrintManager sample = new PrintManager();

    Object bind(JsonAdapter<Object> adapter) throws IOException {
        return adapter.fromJson("{}");
    }
}
