// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.Wording;

/**
 * The settings that all selection methods share.
 *
 * @param method a method of {@link Selectors} with its settings
 * @param budget how many images to select
 * @param perClass whether the method chooses within each class for itself, see {@link PerClass}; needs labels, as does
 *   a budget per class
 * @param seed seed of the methods that use chance
 */
public record SelectionSettings(Choice method, Budget budget, boolean perClass, long seed) {

    /** Refuses an unknown method and settings that it cannot have. */
    public SelectionSettings {
        Selectors.create(method);
    }

    /** @return what the method tells about itself */
    public SelectorInfo info() {
        return Selectors.info(method.method());
    }

    private boolean byClass() {
        return perClass || budget instanceof Budget.EachClass;
    }

    /** @return everything that must be known about the images */
    public Set<Need<?>> needs() {
        final Set<Need<?>> needs = new HashSet<>(info().needs());
        if (byClass()) {
            needs.add(Need.LABELS);
        }
        if (budget instanceof Budget.EachClass) {
            needs.add(Need.CLASSES);
        }
        return Set.copyOf(needs);
    }

    /**
     * What a selection gave.
     *
     * @param selection the chosen images
     * @param ledger what it cost: the selection itself, and all that had to be found out about the images
     */
    public record Result(Selection selection, CostLedger ledger) {
    }

    /**
     * Selects.
     *
     * @param answers what is known about the images
     * @param run receives progress and is asked for cancellation
     * @return the chosen images and the cost
     * @throws CanceledException if the work was canceled
     */
    public Result select(final Answers answers, final RunControl run) throws CanceledException {
        final long start = System.nanoTime();
        final CpuTime cpu = CpuTime.ofProcess();
        final Pool pool = answers.pool();
        final SubsetSelector plain = Selectors.create(method);
        final boolean even = budget instanceof Budget.EachClass;
        final int images = budget.of(pool.size(),
            even ? (int)Arrays.stream(pool.get(Need.LABELS)).filter(label -> label >= 0).distinct().count() : 0);
        final Selection selection = (byClass() ? new PerClass(plain, even) : plain).select(pool, images,
            Seeds.of(seed).named("select").generator(), run);
        final Provenance provenance = new Provenance(method.method(), Map.of("settings", method.settings().toString(),
            "budget", Integer.toString(selection.indices().length), "perClass", Boolean.toString(byClass())), seed,
            answers.fingerprint(), EngineVersion.CURRENT);
        final CostEntry entry = CostEntry.of(CostEntry.idOf("select", provenance),
            "Selection: %s (energy: estimate at %s W per busy core)".formatted(info().label(),
                Wording.value(CostEntry.WATTS_PER_CORE))).withLabels(labelsBeside(selection, pool.size()))
            .withSeconds((System.nanoTime() - start) / 1e9, cpu.seconds());
        return new Result(selection, CostLedger.of(answers.costs()).union(CostLedger.of(List.of(entry))));
    }

    /** A method that looks at labels has used those of all images; the selected ones count with the training. */
    private long labelsBeside(final Selection selection, final int images) {
        return needs().contains(Need.LABELS) ? images - selection.indices().length : 0;
    }
}
