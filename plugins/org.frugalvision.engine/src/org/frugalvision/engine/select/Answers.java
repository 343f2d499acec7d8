// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.RunControl;

/** All that can be known about some images. Each need is answered by one source, once, when it is first asked for. */
public final class Answers {

    private final List<String> m_ids;

    private final Map<Need<?>, Answer<?>> m_sources = new HashMap<>();

    private final Map<Need<?>, Object> m_computed = new LinkedHashMap<>();

    private final RunControl m_run;

    /**
     * @param ids row keys of the images; copied
     * @param run progress and cancel of whatever is computed
     */
    public Answers(final List<String> ids, final RunControl run) {
        m_ids = List.copyOf(ids);
        m_run = run;
    }

    /**
     * @param need a need
     * @param source what answers it
     * @param <T> type of the answer
     * @return this
     */
    public <T> Answers put(final Need<T> need, final Answer<T> source) {
        m_sources.put(need, source);
        return this;
    }

    /** @return a pool of all images */
    public Pool pool() {
        final int[] all = new int[m_ids.size()];
        Arrays.setAll(all, i -> i);
        return new AnsweredPool(this, all);
    }

    /** @return these images as what another pool is told about, see {@link Need#SELECTED} */
    public Answer<Pool> asOthers() {
        return new Answer<>() {

            @Override
            public Pool compute(final RunControl run) {
                return pool();
            }

            @Override
            public List<CostEntry> cost() {
                return costs();
            }
        };
    }

    /** @return what answering has cost so far; work that answers several needs once */
    public List<CostEntry> costs() {
        return m_computed.keySet().stream().map(m_sources::get).flatMap(source -> source.cost().stream())
            .reduce(CostLedger.empty(), CostLedger::plus, CostLedger::union).entries();
    }

    /** @return identifies the images and everything that was asked about them, in the order in which it was asked */
    public String fingerprint() {
        final Fingerprint fingerprint = new Fingerprint();
        m_ids.forEach(fingerprint::add);
        m_computed.keySet().forEach(need -> identify(need, fingerprint));
        return fingerprint.hex();
    }

    String id(final int i) {
        return m_ids.get(i);
    }

    /** The casts hold because {@link #put} binds the type of a source to that of its need. */
    @SuppressWarnings("unchecked")
    <T> T get(final Need<T> need) throws CanceledException {
        if (!m_computed.containsKey(need)) {
            final Answer<T> source = (Answer<T>)m_sources.get(need);
            if (source == null) {
                throw new IllegalArgumentException("The pool was made without " + need + ".");
            }
            final T answer = source.compute(m_run);
            if (need.size(answer) != Need.ANY && need.size(answer) != m_ids.size()) {
                throw new IllegalStateException("There are " + need.size(answer) + " " + need + " for " + m_ids.size()
                    + " images.");
            }
            m_computed.put(need, answer);
        }
        return (T)m_computed.get(need);
    }

    @SuppressWarnings("unchecked")
    private <T> void identify(final Need<T> need, final Fingerprint fingerprint) {
        fingerprint.add(need.toString());
        need.identify((T)m_computed.get(need), fingerprint);
    }
}
