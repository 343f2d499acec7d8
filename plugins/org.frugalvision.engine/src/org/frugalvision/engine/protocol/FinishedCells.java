// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.json.JsonException;
import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.json.JsonReader;
import org.frugalvision.engine.json.JsonWriter;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.Wording;

/**
 * Trainings of a comparison that are finished, each in a file of its own, so that a comparison that was ended goes on
 * from there. The name of a file follows from all that the outcome depends on: outcomes of other settings or images may
 * lie beside it and are not touched. A file is whole or not there: it is written beside its place and then moved.
 */
final class FinishedCells {

    private final Optional<Path> m_folder;

    private final String m_identity;

    /** Without a folder nothing is kept. */
    FinishedCells(final Optional<Path> folder, final String identity) {
        m_folder = folder;
        m_identity = identity;
    }

    Optional<CurveOutcome> find(final CurveCell cell) {
        final Optional<Path> file = m_folder.map(folder -> folder.resolve(name(cell))).filter(Files::exists);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(cell, new JsonObject(JsonReader.read(Files.readString(file.get())))));
        } catch (IOException | JsonException e) {
            throw new DataException(Wording.file(file.get()),
                "the outcome of a training cannot be read (" + FileProblem.of(e) + ").", e,
                "Delete it to train again.");
        }
    }

    void keep(final CurveOutcome outcome) {
        if (m_folder.isEmpty()) {
            return;
        }
        final Path file = m_folder.get().resolve(name(outcome.cell()));
        final Path next = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(m_folder.get());
            Files.writeString(next, JsonWriter.write(write(outcome)));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DataException(Wording.file(file),
                "the outcome of a training cannot be written (" + FileProblem.of(e) + ").", e,
                "Make room, or choose another folder.");
        }
    }

    private String name(final CurveCell cell) {
        return new Fingerprint().add(m_identity).add(cell.method().toString()).add(cell.budget()).add(cell.repeat())
            .hex().substring(0, 32) + ".json";
    }

    private static Map<String, Object> write(final CurveOutcome outcome) {
        final Map<String, Object> amounts = new LinkedHashMap<>();
        outcome.cost().amounts().forEach((quantity, amount) -> amounts.put(quantity.id(), amount));
        final Map<String, Object> all = new LinkedHashMap<>();
        all.put("method", outcome.cell().method().toString());
        all.put("budget", outcome.cell().budget());
        all.put("repeat", outcome.cell().repeat());
        all.put("accuracy", outcome.accuracy());
        all.put("balancedAccuracy", outcome.balancedAccuracy());
        all.put("cost", amounts);
        all.put("chosen", Arrays.stream(outcome.chosen()).boxed().toList());
        return all;
    }

    private static CurveOutcome read(final CurveCell cell, final JsonObject json) {
        CostEntry cost = CostEntry.of("curve", "Training and selection");
        final JsonObject amounts = json.object("cost");
        for (final Quantity quantity : Quantity.values()) {
            if (amounts.has(quantity.id())) {
                cost = cost.with(quantity, quantity.kind() == Quantity.Kind.MEASURE ? amounts.number(quantity.id())
                    : (Number)amounts.whole(quantity.id()));
            }
        }
        return new CurveOutcome(cell, json.number("accuracy"), json.number("balancedAccuracy"),
            json.integers("chosen").stream().mapToInt(Integer::intValue).toArray(), cost);
    }
}
