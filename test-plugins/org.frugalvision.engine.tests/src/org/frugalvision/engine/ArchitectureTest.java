// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.frugalvision.engine.select.Selectors;
import org.junit.Test;

/** The rules of the design that sources can be asked about. Runs in the folder of this bundle. */
public final class ArchitectureTest {

    private static final Path PLUGINS = Path.of("..", "..", "plugins");

    private static final Path ENGINE = PLUGINS.resolve(Path.of("org.frugalvision.engine", "src"));

    private static final Path BENCHMARKS = Path.of("..", "..", "bench", "src");

    /** Which packages of the engine a package may import: no circles. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries( //
        Map.entry("run", Set.of()), //
        Map.entry("cost", Set.of("run")), //
        Map.entry("image", Set.of("run", "cost")), //
        Map.entry("tiff", Set.of("image")), //
        Map.entry("webp", Set.of("image")), //
        Map.entry("load", Set.of("run", "cost", "image", "tiff", "webp")), //
        Map.entry("save", Set.of("run", "cost", "image")), //
        Map.entry("duplicate", Set.of("run", "cost", "image")), //
        Map.entry("split", Set.of("run", "cost", "image")), //
        Map.entry("select", Set.of("run", "cost", "image", "network", "predict")), //
        Map.entry("json", Set.of()), //
        Map.entry("network", Set.of("run", "cost", "image", "json")), //
        Map.entry("architecture", Set.of("run", "image", "network")), //
        Map.entry("prune", Set.of("run", "cost", "image", "network", "kernel", "predict", "train")), //
        Map.entry("quantize",
            Set.of("run", "cost", "image", "network", "kernel", "predict", "train", "prune")), //
        Map.entry("kernel", Set.of("run", "cost", "image", "network", "architecture")), //
        Map.entry("predict", Set.of("run", "cost", "image", "network", "kernel")), //
        Map.entry("explain", Set.of("run", "cost", "image", "network", "kernel", "predict")), //
        Map.entry("hdf5", Set.of()), //
        Map.entry("exchange", Set.of("run", "cost", "image", "network", "json", "hdf5")), //
        Map.entry("train",
            Set.of("run", "cost", "image", "select", "network", "architecture", "kernel", "predict")), //
        Map.entry("augment", Set.of("run", "cost", "image")), //
        Map.entry("resample", Set.of("run", "image")), //
        Map.entry("recipe", Set.of("run", "cost", "image", "augment", "network", "predict", "train")), //
        Map.entry("evaluate", Set.of("run", "cost", "image", "network")), //
        Map.entry("protocol", Set.of("run", "cost", "image", "json", "network", "architecture", "predict", "select",
            "train", "recipe", "evaluate")), //
        Map.entry("report", Set.of("run", "cost", "network", "evaluate")), //
        Map.entry("drift", Set.of("run")), //
        Map.entry("picture", Set.of("run", "cost", "image", "evaluate")));

    private static final Pattern IMPORT =
        Pattern.compile("^import (?:static )?org\\.frugalvision\\.engine\\.(\\w+)\\.");

    private static final Pattern FOREIGN =
        Pattern.compile("^import (?:static )?(?:org\\.knime|org\\.eclipse|javax\\.swing)\\b");

    private static final List<String> FORBIDDEN = List.of("new Random(", "Math.random(", "System.out", "System.err",
        "printStackTrace(", "Nd4j.rand(", "Nd4j.randn(", "ThreadLocalRandom", "Thread.sleep(");

    private static final int LONGEST_LINE = 120;

    private static final int LONGEST_CLASS = 300;

    @Test
    public void packagesImportOnlyAlongTheArrows() throws IOException {
        final var findings = new ArrayList<String>();
        for (final var file : sources(ENGINE)) {
            final var from = file.getParent().getFileName().toString();
            assertNotNull("Package " + from + " has no arrows yet: add them here.", ARROWS.get(from));
            for (final var line : Files.readAllLines(file)) {
                final var matcher = IMPORT.matcher(line);
                if (matcher.find() && !matcher.group(1).equals(from) && !ARROWS.get(from).contains(matcher.group(1))) {
                    findings.add(file.getFileName() + ": " + line);
                }
            }
        }
        assertEquals(List.of(), findings);
    }

    @Test
    public void engineKnowsNeitherKnimeNorEclipseNorSwing() throws IOException {
        final var findings = new ArrayList<String>();
        for (final var file : sources(ENGINE)) {
            Files.readAllLines(file).stream().filter(line -> FOREIGN.matcher(line).find())
                .forEach(line -> findings.add(file.getFileName() + ": " + line));
        }
        assertEquals(List.of(), findings);
    }

    @Test
    public void nobodyCallsWhatBreaksRepeatabilityOrWritesPastTheLog() throws IOException {
        final var findings = new ArrayList<String>();
        for (final var file : sources(PLUGINS)) {
            final var lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                for (final var call : FORBIDDEN) {
                    if (lines.get(i).contains(call)) {
                        findings.add(file.getFileName() + ":" + (i + 1) + ": " + call);
                    }
                }
            }
        }
        assertEquals(List.of(), findings);
    }

    @Test
    public void onlyOnePlaceAsksForTheNumberOfCores() throws IOException {
        final var findings = new ArrayList<String>();
        for (final var file : sources(PLUGINS)) {
            if (Files.readString(file).contains("availableProcessors(")) {
                findings.add(file.getFileName().toString());
            }
        }
        assertEquals(List.of("Compute.java"), findings);
    }

    /** Reports would lack the bytes of work that counts only multiply-adds; Work is a part of what TrainingCost tells. */
    @Test
    public void whoChargesScoringTellsTheBytesMoved() throws IOException {
        final var findings = new ArrayList<String>();
        for (final var file : sources(PLUGINS)) {
            final String code = Files.readString(file);
            if (code.contains(".withScoring(") && !code.contains("Traffic") && !file.endsWith("Work.java")) {
                findings.add(file.getFileName().toString());
            }
        }
        assertEquals(List.of(), findings);
    }

    @Test
    public void classesAndLinesStayShort() throws IOException {
        final var findings = new ArrayList<String>();
        for (final var file : sources(PLUGINS)) {
            final var lines = Files.readAllLines(file);
            final long code = lines.stream().map(String::strip).filter(ArchitectureTest::isCode).count();
            if (code > LONGEST_CLASS) {
                findings.add(file.getFileName() + ": " + code + " lines of code");
            }
            lines.stream().filter(line -> line.length() > LONGEST_LINE)
                .forEach(line -> findings.add(file.getFileName() + ": " + line));
        }
        assertEquals(List.of(), findings);
    }

    @Test
    public void everyFileNamesItsLicence() throws IOException {
        for (final var file : sources(PLUGINS)) {
            assertEquals(file.toString(), "// SPDX-License-Identifier: Apache-2.0", Files.readAllLines(file).get(0));
        }
    }

    /** bench/run lists these lines. */
    @Test
    public void everyBenchmarkSaysHowItIsRun() throws IOException {
        for (final var file : sources(BENCHMARKS)) {
            final var name = file.getFileName().toString().replace(".java", "");
            if (name.endsWith("Bench")) {
                final var line = Files.readAllLines(file).get(1);
                assertTrue(file + ": " + line, line.matches("// bench/run " + name + "( \\S+)*: .+"));
            }
        }
    }

    /** KNIME instantiates every node factory at start-up: the libraries for computing must not be loaded by then. */
    @Test
    public void registriesLoadNoComputingLibrary() throws Exception {
        final var registries = new ArrayList<String>();
        for (final var file : sources(ENGINE)) {
            if (Files.readString(file).contains(".INFO, ")) {
                registries.add(ENGINE.relativize(file).toString().replace(".java", "").replace('/', '.')
                    .replace('\\', '.'));
            }
        }
        assertFalse("no registry found", registries.isEmpty());
        try (var loader = new WithoutComputing()) {
            for (final var name : registries) {
                final var registry = Class.forName(name, true, loader);
                final var infos = (List<?>)Arrays.stream(registry.getMethods())
                    .filter(method -> method.getParameterCount() == 0 && method.getReturnType() == List.class).findAny()
                    .orElseThrow().invoke(null);
                assertFalse(name, infos.isEmpty());
                assertFalse(name, infos.toString().isBlank());
            }
        }
    }

    @Test
    public void theLoaderOfThatTestRefusesTheLibraries() throws IOException {
        try (var loader = new WithoutComputing()) {
            assertThrows(AssertionError.class, () -> loader.loadClass("org.nd4j.linalg.factory.Nd4j"));
        }
    }

    private static boolean isCode(final String line) {
        return !line.isEmpty() && !line.startsWith("import ") && !line.startsWith("//") && !line.startsWith("/*")
            && !line.startsWith("*");
    }

    private static List<Path> sources(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            final var sources = files.filter(file -> file.toString().endsWith(".java")
                && !file.getFileName().toString().equals("package-info.java")).sorted().toList();
            assertFalse("no sources in " + folder.toAbsolutePath(), sources.isEmpty());
            return sources;
        }
    }

    /** Loads the engine anew and refuses the libraries for computing. */
    private static final class WithoutComputing extends URLClassLoader {

        WithoutComputing() {
            super(new URL[]{Selectors.class.getProtectionDomain().getCodeSource().getLocation()},
                ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.nd4j.") || name.startsWith("org.deeplearning4j.")
                || name.startsWith("org.bytedeco.")) {
                throw new AssertionError(name + " was loaded.");
            }
            return super.loadClass(name, resolve);
        }
    }
}
