// SPDX-License-Identifier: Apache-2.0

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.MapPattern;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;

/**
 * One way to train: methods with settings, joined by " + ", such as "mixup alpha=0.4 + random-erasing". What begins
 * with an at sign is no method of a recipe: "@schedule cosine", "@updater nesterov momentum=0.9 rate=0.05", "@network
 * dropout=0.5 maps=0.2 pattern=BLOCKS block=3 depth=0.2", "@balanced".
 *
 * @param scenario which images it is trained on
 * @param architecture id of an architecture
 * @param text the methods; "none" for none
 */
record MethodCase(String scenario, String architecture, String text) {

    private static final String NONE = "none";

    /** What costs no more than a fiftieth more or less costs the same. */
    private static final double SAME = 0.02;

    MethodCase plain() {
        return new MethodCase(scenario, architecture, architecture.equals("lenet") ? NONE : NONE + " " + architecture);
    }

    boolean sameCost(final double ratio) {
        return Math.abs(ratio - 1) <= SAME;
    }

    /** Images of a plain training of so many times the cost, in whole hundreds, so that methods share it. */
    long images(final double ratio, final int images, final int epochs) {
        return Math.max(1, Math.round(ratio * images * epochs / 100)) * 100;
    }

    Recipe recipe() {
        return TrainingMethods.recipe(parts().filter(part -> !part.startsWith("@") && !part.startsWith(NONE))
            .map(MethodCase::choice).toList());
    }

    Choice schedule() {
        return special("@schedule").map(MethodCase::choice).orElse(Choice.of("constant"));
    }

    UpdaterSettings updater() {
        return special("@updater").map(part -> new UpdaterSettings(choice(part.replaceAll(" rate=\\S+", "")), 0, 0))
            .orElse(UpdaterSettings.DEFAULT);
    }

    double learningRate() {
        return special("@updater").map(part -> Double.parseDouble(part.replaceAll(".* rate=(\\S+).*", "$1")))
            .orElse(TrainingSettings.DEFAULT.learningRate());
    }

    boolean balanced() {
        return special("@balanced").isPresent();
    }

    ArchitectureOptions options() {
        final Map<String, String> settings =
            special("@network").map(part -> choice("network " + part).settings()).orElse(Map.of());
        final ArchitectureOptions usual = ArchitectureOptions.DEFAULT;
        return new ArchitectureOptions(usual.width(), usual.batchNorm(),
            Double.parseDouble(settings.getOrDefault("dropout", "0")), usual.head(),
            Double.parseDouble(settings.getOrDefault("maps", "0")),
            MapPattern.valueOf(settings.getOrDefault("pattern", usual.mapPattern().name())),
            Integer.parseInt(settings.getOrDefault("block", String.valueOf(usual.mapBlock()))),
            Double.parseDouble(settings.getOrDefault("depth", "0")));
    }

    private Stream<String> parts() {
        return Arrays.stream(text.split(" \\+ "));
    }

    private Optional<String> special(final String name) {
        return parts().filter(part -> part.startsWith(name)).map(part -> part.substring(name.length()).trim())
            .findFirst();
    }

    private static Choice choice(final String part) {
        final List<String> words = List.of(part.split(" "));
        final Map<String, String> settings = new HashMap<>();
        for (final String word : words.subList(1, words.size())) {
            settings.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        return new Choice(words.get(0), settings);
    }
}
