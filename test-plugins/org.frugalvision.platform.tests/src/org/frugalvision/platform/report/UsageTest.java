// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.Test;
import org.knime.core.node.workflow.BatchExecutor;

public class UsageTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("frugalvision.repository"));

    private static final Pattern OPTION = Pattern.compile("[\" ](-[A-Za-z][A-Za-z.]+)(?=[\" )])");

    private static final List<String> SOURCES =
        List.of("platform/org.knime.core/src/org/knime/core/node/workflow/BatchOptions.java",
            "platform/org.knime.core/src/org/frugalvision/platform/report/RunReport.java",
            "platform/org.frugalvision.platform.batch/src/org/frugalvision/platform/batch/BatchApplication.java",
            "frugal-batch");

    /** The options that a source looks for; in the launcher, those in its case statement. */
    private static List<String> options(final String source) throws IOException {
        var text = Files.readString(REPOSITORY.resolve(source));
        if (source.equals("frugal-batch")) {
            text = text.substring(text.indexOf("case $argument in"), text.indexOf("esac"));
        }
        return OPTION.matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Test
    public void everyOptionIsListed() throws IOException {
        final var usage = Usage.text().toLowerCase(Locale.ROOT);
        for (final var source : SOURCES) {
            assertTrue(source, !options(source).isEmpty());
            for (final var option : options(source)) {
                assertTrue(option, usage.contains(option.toLowerCase(Locale.ROOT)));
            }
        }
    }

    @Test
    public void wrongOptionIsAnsweredWithTheUsage() {
        final var written = new ByteArrayOutputStream();
        final var before = System.err;
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            assertEquals(2, BatchExecutor.mainRun("-bogus"));
        } finally {
            System.setErr(before);
        }

        final var text = written.toString(StandardCharsets.UTF_8);
        assertTrue(text, text.contains("Unknown option '-bogus'"));
        assertTrue(text, text.endsWith(Usage.text()));
    }

    @Test
    public void launcherHelpsWithoutTheRuntime() throws Exception {
        final var launcher = new ProcessBuilder("sh", REPOSITORY.resolve("frugal-batch").toString(), "-help")
            .redirectErrorStream(true).start();

        assertEquals(Usage.text(), new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, launcher.waitFor());
    }
}
