// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.frugalvision.engine.architecture.ArchitectureOption;
import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.network.Network;

/** The one line that KNIME shows at a network port. */
final class NetworkSummary {

    private NetworkSummary() {
    }

    /**
     * @param label the architecture's visible name
     * @param options how it is changed
     * @return name and changes
     */
    static String of(final String label, final ArchitectureOptions options) {
        final String changes = Arrays.stream(ArchitectureOption.values())
            .filter(option -> !options.shown(option).equals(ArchitectureOptions.DEFAULT.shown(option)))
            .map(option -> ", %s %s".formatted(option.title(), options.shown(option)).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
        return "%s%s, untrained".formatted(label, changes);
    }

    /**
     * @param architecture id of the architecture
     * @param network a trained network
     * @return architecture, size, cost and the hash by which two trainings are compared bit for bit
     */
    static String of(final String architecture, final Network network) {
        final var input = network.spec().input();
        return String.format(Locale.US,
            "%s, trained, %d classes, input %d x %d x %d, %,d parameters, %,d multiply-adds per image, hash %s",
            architecture, network.classes().size(), input.channels(), input.height(), input.width(),
            network.spec().parameters(), network.spec().multiplyAdds(), network.hash());
    }
}
