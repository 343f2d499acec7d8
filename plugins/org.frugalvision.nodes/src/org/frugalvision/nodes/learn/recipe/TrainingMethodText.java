// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import java.util.Map;
import java.util.stream.Collectors;

import org.frugalvision.engine.recipe.TrainingMethodInfo;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.nodes.run.MethodText;

/** The training methods as they stand in the node description, which KNIME reads as XML. */
final class TrainingMethodText {

    private TrainingMethodText() {
    }

    /** A list with id, label, summary, verdict, settings with their defaults, cost and paper of each. */
    static String list() {
        return TrainingMethods.infos().stream().map(info -> "<li><b>%s</b> (%s): %s</li>".formatted(info.id(),
            MethodText.escaped(info.label()), MethodText.escaped(text(info))))
            .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String text(final TrainingMethodInfo info) {
        return "%s %s Settings: %s. Cost: %s. (%s)".formatted(info.summary(), info.verdict(),
            defaults(TrainingMethods.create(Choice.of(info.id())).settings()), info.cost(), info.paper());
    }

    private static String defaults(final Map<String, String> settings) {
        return settings.isEmpty() ? "none" : settings.entrySet().stream()
            .map(setting -> setting.getKey() + " " + setting.getValue()).collect(Collectors.joining(", "));
    }
}
