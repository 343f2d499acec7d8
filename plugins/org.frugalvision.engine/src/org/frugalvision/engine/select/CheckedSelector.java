// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/** Checks the arguments of a method and keeps it to its promise: exactly {@code budget} different images. */
record CheckedSelector(SelectorInfo info, SubsetSelector method) implements SubsetSelector {

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        run.checkCanceled();
        checkBudget(budget, pool.size());
        if (info.needs().contains(Need.LABELS)) {
            checkLabels(pool, pool.get(Need.LABELS), info.label());
        }
        for (final Need<Pool> others : List.of(Need.QUERY, Need.PRIVATE, Need.LABELLED)) {
            if (info.needs().contains(others) && pool.get(others).size() == 0) {
                throw new DataException(others.port(),
                    "there are no images, but method \"%s\" needs some.".formatted(info.label()),
                    "Connect a table with rows to the port \"%s\".".formatted(others.port()),
                    "Choose a method that does without it, such as \"k-center greedy\".");
            }
        }
        final var selection = method.select(pool, budget, random, run);
        checkPromise(selection, pool.size(), budget);
        run.progress(1, Wording.count(budget, "image", "images") + " selected");
        return selection;
    }

    static void checkImages(final int images) {
        if (images == 0) {
            throw new DataException("Input", "there are no images to select from.", "Connect a table with rows.");
        }
    }

    static void checkBudget(final int budget, final int images) {
        checkImages(images);
        if (budget < 1) {
            throw new SettingsException("Budget", "must be at least 1 image", budget, "Raise Budget.");
        }
        if (budget > images) {
            throw new SettingsException("Budget",
                "must be at most the %s of the input".formatted(Wording.count(images, "image", "images")), budget,
                "Lower Budget.", "Connect a larger table.");
        }
    }

    static void checkLabels(final Pool pool, final int[] labels, final String method) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0) {
                throw new DataException(Wording.row(pool.id(i)),
                    "the label is missing, but method \"%s\" needs labels.".formatted(method),
                    "Remove the row or give it a label.", "Choose a method that needs no labels, such as \"Random\".");
            }
        }
    }

    private void checkPromise(final Selection selection, final int images, final int budget) {
        final var seen = new BitSet(images);
        for (final int index : selection.indices()) {
            seen.set(index);
        }
        if (selection.indices().length != budget || seen.cardinality() != budget || seen.length() > images) {
            throw new IllegalStateException(
                "Method \"%s\" broke its promise: asked for %d of %d images, it gave %d, %d of them different."
                    .formatted(info.id(), budget, images, selection.indices().length, seen.cardinality()));
        }
    }
}
