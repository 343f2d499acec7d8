// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

/**
 * The way a long call talks to whoever started it: it reports how far it is and asks whether it should stop.
 * Implementations may be called from several threads; both methods are cheap enough to be called once per image.
 */
public interface RunControl {

    /**
     * Reports how much of the work is done.
     *
     * @param fraction done so far, in [0,1]; values outside are clipped by the receiver
     * @param message one short sentence for people
     */
    void progress(double fraction, String message);

    /**
     * Returns quietly unless somebody asked for the end of the work.
     *
     * @throws CanceledException if the work was canceled; it is to be passed on at once
     */
    void checkCanceled() throws CanceledException;

    /**
     * The control for one piece of the work: its progress 0..1 appears here as {@code from}..{@code to}, its
     * cancellation is this one's.
     *
     * @param from progress of the whole when the piece starts, in [0,1]
     * @param to progress of the whole when the piece is done, in [{@code from},1]
     * @return a view of this control, without state of its own
     */
    default RunControl part(final double from, final double to) {
        return new PartOfRun(this, from, to);
    }

    /** @return the control for a piece of the work that is not to be told of: it drops progress and can be canceled */
    default RunControl silent() {
        return new SilentRun(this);
    }

    /** @return a control that drops progress and is never canceled */
    static RunControl none() {
        return NoRunControl.INSTANCE;
    }
}
