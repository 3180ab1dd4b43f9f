package dev.okx4j.paper.model.naive;

/** A market, a margin mode and a side: contracts of one pocket are one position. */
class Pocket {
    public final Product product;
    public final String mode;
    public final String side;
    final Market market;

    Pocket(Market market, String mode, String side) {
        this.market = market;
        this.product = market.product;
        this.mode = mode;
        this.side = side;
    }

    boolean cross() {
        return mode.equals("cross");
    }

    boolean is(Pocket other) {
        return market == other.market && mode.equals(other.mode) && side.equals(other.side);
    }

    /** Whether both live off one margin: all cross ones of a currency do, an isolated one lives off its own. */
    boolean shares(Pocket other) {
        return cross() ? other.cross() && product.settle().equals(other.product.settle()) : is(other);
    }

    /** Cross futures of one index share a leverage, a cross swap has its own, an isolated position its own by side. */
    String scope() {
        if (!cross()) {
            return product.id() + " isolated " + side;
        }
        return (product.kind().equals("futures") ? product.index() : product.id()) + " cross";
    }
}
