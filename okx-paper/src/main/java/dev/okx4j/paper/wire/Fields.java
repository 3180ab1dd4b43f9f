package dev.okx4j.paper.wire;

/** The fields that OKX documents for each kind of row, in its order. */
final class Fields {
    /** Fields of a ticker. */
    static final String TICKER = """
            instType instId last lastSz askPx askSz bidPx bidSz open24h high24h low24h volCcy24h vol24h
            sodUtc0 sodUtc8 ts""";

    /** Fields of a public instrument. */
    static final String INSTRUMENT = """
            instType seriesId instId uly groupId instFamily category baseCcy quoteCcy settleCcy ctVal ctMult
            ctValCcy optType stk listTime auctionEndTime contTdSwTime preMktSwTime openType expTime lever
            tickSz lotSz minSz ctType alias state ruleType maxLmtSz maxMktSz maxLmtAmt maxMktAmt maxTwapSz
            maxIcebergSz maxTriggerSz maxStopSz futureSettlement tradeQuoteCcyList instIdCode instCategory
            initPxLmtPct floatPxLmtPct maxPxLmtPct rpiMinLevel rpiMinPxBand upcChg""";

    /** Fields of an instrument of the account. */
    static final String ACCOUNT_INSTRUMENT = """
            instType seriesId instId uly groupId instFamily baseCcy quoteCcy settleCcy ctVal ctMult ctValCcy
            optType stk listTime auctionEndTime contTdSwTime preMktSwTime openType elp rpi expTime lever
            tickSz lotSz minSz ctType state ruleType posLmtAmt posLmtPct maxPlatOILmt maxPlatOICoinLmt
            longPosRemainingQuota shortPosRemainingQuota maxLmtSz maxMktSz maxLmtAmt maxMktAmt maxTwapSz
            maxIcebergSz maxTriggerSz maxStopSz futureSettlement tradeQuoteCcyList instIdCode instCategory
            initPxLmtPct floatPxLmtPct maxPxLmtPct upcChg""";

    /** Fields of a mark price. */
    static final String MARK_PRICE = """
            instType instId markPx ts""";

    /** Fields of a price limit. */
    static final String PRICE_LIMIT = """
            instType instId buyLmt sellLmt ts enabled""";

    /** Fields of the account balance. */
    static final String BALANCE = """
            uTime totalEq isoEq adjEq availEq ordFroz imr mmr borrowFroz mgnRatio notionalUsd
            notionalUsdForBorrow notionalUsdForSwap notionalUsdForFutures notionalUsdForOption upl delta
            deltaLever deltaNeutralStatus details""";

    /** Fields of one currency of the account balance. */
    static final String BALANCE_DETAIL = """
            ccy eq cashBal uTime isoEq availEq disEq fixedBal availBal frozenBal ordFrozen liab upl uplLiab
            crossLiab rewardBal isoLiab mgnRatio imr mmr interest twap frpType maxLoan eqUsd borrowFroz
            notionalLever stgyEq isoUpl spotInUseAmt clSpotInUseAmt maxSpotInUse spotIsoBal smtSyncEq
            spotCopyTradingEq spotBal openAvgPx accAvgPx spotUpl spotUplRatio totalPnl totalPnlRatio colRes
            colBorrAutoConversion collateralRestrict collateralEnabled autoLendStatus autoLendMtAmt""";

    /** Fields of a position. */
    static final String POSITION = """
            instType mgnMode posId posSide pos hedgedPos baseBal quoteBal baseBorrowed baseInterest
            quoteBorrowed quoteInterest posCcy availPos avgPx nonSettleAvgPx markPx upl uplRatio uplLastPx
            uplRatioLastPx instId lever liqPx imr margin mgnRatio mmr liab liabCcy interest tradeId optVal
            pendingCloseOrdLiabVal notionalUsd adl ccy last idxPx usdPx bePx deltaBS deltaPA gammaBS gammaPA
            thetaBS thetaPA vegaBS vegaPA spotInUseAmt spotInUseCcy clSpotInUseAmt maxSpotInUseAmt bizRefId
            bizRefType realizedPnl settledPnl pnl fee fundingFee liqPenalty closeOrderAlgo cTime uTime""";

    /** Fields of the account configuration. */
    static final String CONFIG = """
            uid mainUid acctLv acctStpMode posMode autoLoan greeksType feeType level levelTmp ctIsoMode
            mgnIsoMode spotOffsetType stgyType roleType traderInsts spotRoleType spotTraderInsts opAuth
            kycLv label ip perm liquidationGear enableSpotBorrow spotBorrowAutoRepay type settleCcy
            settleCcyList""";

    /** Fields of a leverage. */
    static final String LEVERAGE = """
            instId ccy mgnMode posSide lever""";

    /** Fields of the answer to setting a leverage. */
    static final String LEVERAGE_SET = """
            lever mgnMode instId posSide""";

    /** Fields of a bill. */
    static final String BILL = """
            instType billId type subType ts balChg posBalChg bal posBal sz px ccy pnl fee earnAmt earnApr
            mgnMode instId ordId execType from to notes interest tag fillTime tradeId clOrdId fillIdxPx
            fillMarkPx fillPxVol fillPxUsd fillMarkVol fillFwdPx""";

    /** Fields of the fee rates. */
    static final String TRADE_FEE = """
            level feeGroup delivery exercise instType ts taker maker takerU makerU takerUSDC makerUSDC
            ruleType category fiat settle""";

    /** Fields of one group of the fee rates. */
    static final String FEE_GROUP = """
            taker maker groupId elpMaker rpiMaker""";

    /** Fields of the answer to placing an order. */
    static final String ORDER_PLACED = """
            ordId clOrdId tag ts sCode sMsg subCode""";

    /** Fields of the answer to cancelling an order. */
    static final String ORDER_CANCELLED = """
            ordId clOrdId ts sCode sMsg""";

    /** Fields of the answer to amending an order. */
    static final String ORDER_AMENDED = """
            ordId clOrdId ts reqId sCode sMsg subCode""";

    /** Fields of the answer to closing a position. */
    static final String POSITION_CLOSED = """
            instId posSide clOrdId tag""";

    /** Fields of the answer to setting the timer that cancels everything. */
    static final String TIMER = """
            triggerTime tag ts""";

    /** Fields of market-maker protection as it stands. */
    static final String PROTECTION = """
            instFamily mmpFrozen mmpFrozenUntil timeInterval frozenInterval qtyLimit""";

    /** Fields of market-maker protection as it was set. */
    static final String PROTECTION_SET = """
            instFamily timeInterval frozenInterval qtyLimit""";

    /** Fields of an order. */
    static final String ORDER = """
            instType instId tgtCcy ccy ordId clOrdId tag px pxUsd pxVol pxType sz pnl ordType side posSide
            tdMode accFillSz fillPx tradeId fillSz fillTime avgPx state stpId stpMode lever
            attachAlgoClOrdId tpTriggerPx tpTriggerPxType tpOrdPx slTriggerPx slTriggerPxType slOrdPx
            attachAlgoOrds linkedAlgoOrd feeCcy fee rebateCcy rebate source category reduceOnly isTpLimit
            cancelSource cancelSourceReason quickMgnType algoClOrdId algoId uTime cTime tradeQuoteCcy
            outcome""";

    /** Fields of an algo order attached to an order. */
    static final String ATTACHED = """
            attachAlgoId attachAlgoClOrdId tpOrdKind tpTriggerPx tpTriggerRatio tpTriggerPxType tpOrdPx
            slTriggerPx slTriggerRatio slTriggerPxType slOrdPx sz amendPxOnTriggerType callbackRatio
            callbackSpread activePx failCode failReason""";

    /** Fields of a fill. */
    static final String FILL = """
            instType instId tradeId ordId clOrdId billId subType tag fillPx fillSz fillIdxPx fillPnl
            fillPxVol fillPxUsd fillMarkVol fillFwdPx fillMarkPx side posSide execType feeCcy fee ts
            fillTime feeRate tradeQuoteCcy""";

    /** Fields of the answer to placing or cancelling an algo order. */
    static final String ALGO_DONE = """
            algoId clOrdId algoClOrdId sCode sMsg tag""";

    /** Fields of the answer to cancelling algo orders under the older path. */
    static final String ALGO_ADVANCED = """
            algoId sCode sMsg""";

    /** Fields of how a chase order follows the price. */
    static final String CHASE = """
            chaseType chaseVal maxChaseType maxChaseVal""";

    /** Fields of a take-profit or stop-loss attached to a trigger order. */
    static final String ALGO_ATTACHED = """
            attachAlgoClOrdId tpTriggerPx tpTriggerRatio tpTriggerPxType tpOrdPx slTriggerPx slTriggerRatio
            slTriggerPxType slOrdPx callbackRatio callbackSpread activePx""";

    /** Fields of the answer to amending an algo order. */
    static final String ALGO_AMENDED = """
            algoId algoClOrdId reqId sCode sMsg""";

    /** Fields of the answer to a transfer. */
    static final String TRANSFERRED = """
            transId clientId ccy from amt to""";

    /** Fields of the state of a transfer. */
    static final String TRANSFER_STATE = """
            transId clientId ccy amt type from to subAcct instId toInstId state""";

    /** Fields of one currency of the funding account. */
    static final String FUNDING_BALANCE = """
            ccy bal frozenBal availBal""";

    /** Fields of an algo order by its id. */
    static final String ALGO = """
            instType instId ccy ordId ordIdList subAlgoIdList algoId clOrdId sz closeFraction ordType side
            posSide tdMode tgtCcy state lever tpTriggerPx tpTriggerPxType tpOrdPx slTriggerPx
            slTriggerPxType slOrdPx triggerPx triggerPxType ordPx advanceOrdType advChaseParams actualSz
            actualPx tag actualSide triggerTime pxVar pxSpread szLimit pxLimit timeInterval callbackRatio
            callbackSpread activePx moveTriggerPx reduceOnly quickMgnType last failCode algoClOrdId
            amendPxOnTriggerType attachAlgoOrds linkedOrd cTime uTime isTradeBorrowMode chaseType chaseVal
            maxChaseType maxChaseVal tradeQuoteCcy""";

    /** Fields of an algo order in a list. */
    static final String ALGO_LISTED = """
            instType instId ccy ordId ordIdList subAlgoIdList algoId clOrdId sz closeFraction ordType side
            posSide tdMode tgtCcy state lever tpTriggerPx tpTriggerPxType tpOrdPx slTriggerPx
            slTriggerPxType slOrdPx triggerPx triggerPxType ordPx advanceOrdType advChaseParams actualSz tag
            actualPx actualSide triggerTime pxVar pxSpread szLimit pxLimit lmtOrderNumber aggressiveness
            triggerParams timeInterval callbackRatio callbackSpread activePx moveTriggerPx reduceOnly
            quickMgnType last failCode algoClOrdId amendPxOnTriggerType attachAlgoOrds linkedOrd cTime uTime
            isTradeBorrowMode chaseType chaseVal maxChaseType maxChaseVal tradeQuoteCcy""";

    /** Fields of a trade. */
    static final String TRADE = """
            instId tradeId px sz side source ts""";

    /** Fields of the ticker of an index. */
    static final String INDEX_TICKER = """
            instId idxPx high24h low24h open24h sodUtc0 sodUtc8 ts""";

    /** Fields of what an index is made of. */
    static final String INDEX_COMPONENTS = """
            index last ts components""";

    /** Fields of one part of an index. */
    static final String INDEX_COMPONENT = """
            exch symbol symPx wgt cnvPx""";

    /** Fields of the volume of the whole platform. */
    static final String VOLUME = """
            volUsd volCny ts""";

    /** Fields of an open interest. */
    static final String OPEN_INTEREST = """
            instType instId oi oiCcy oiUsd ts""";

    /** Fields of a funding rate. */
    static final String FUNDING_RATE = """
            instType instId method formulaType fundingRate nextFundingRate fundingTime nextFundingTime
            minFundingRate maxFundingRate interestRate impactValue settState settFundingRate premium ts""";

    /** Fields of a funding rate that was charged. */
    static final String FUNDING_PAST = """
            instType instId formulaType fundingRate realizedRate fundingTime method""";

    /** Fields of an estimated delivery price. */
    static final String ESTIMATED_PRICE = """
            instType instId settlePx ts""";

    /** Fields of an instrument that was delivered or exercised. */
    static final String DELIVERED = """
            insId px type""";

    /** Fields of a position tier. */
    static final String TIER = """
            uly instFamily instId tier minSz maxSz mmr imr maxLever optMgnFactor quoteMaxLoan baseMaxLoan""";

    /** Fields of a conversion between coins and contracts. */
    static final String CONVERTED = """
            type instId px sz unit""";

    /** Fields of the tick sizes of a family of options. */
    static final String TICK_BANDS = """
            instType instFamily tickBand""";

    /** Fields of one tick size and its prices. */
    static final String TICK_BAND = """
            minPx maxPx tickSz""";

    /** Fields of the Greeks and volatilities of an option. */
    static final String OPTION_SUMMARY = """
            instType instId uly delta gamma vega theta deltaBS gammaBS vegaBS thetaBS lever markVol bidVol
            askVol realVol volLv fwdPx ts""";

    /** Fields of the risk of the account. */
    static final String RISK = """
            ts adjEq balData posData""";

    /** Fields of a currency in the risk of the account. */
    static final String RISK_BALANCE = """
            ccy eq disEq""";

    /** Fields of a position in the risk of the account. */
    static final String RISK_POSITION = """
            instType mgnMode posId instId pos baseBal quoteBal posSide posCcy ccy notionalCcy notionalUsd""";

    /** Fields of what stands in the way of another account mode. */
    static final String PRECHECK = """
            sCode curAcctLv acctLv riskOffsetType unmatchedInfoCheck posList posTierCheck mgnBf mgnAft""";

    /** Fields of one thing that stands in the way of another account mode. */
    static final String UNMATCHED = """
            type totalAsset posList""";

    /** Fields of what an account mode begins with. */
    static final String PRESET = """
            curAcctLv acctLv lever riskOffsetType""";

    /** Fields of what another leverage would mean. */
    static final String LEVERAGE_ESTIMATE = """
            estAvailQuoteTrans estAvailTrans estLiqPx estMgn estQuoteMgn estMaxAmt estQuoteMaxAmt existOrd
            maxLever minLever""";

    /** Fields of the largest order. */
    static final String MAX_SIZE = """
            instId ccy maxBuy maxSell""";

    /** Fields of what the largest order would use. */
    static final String MAX_AVAILABLE = """
            instId availBuy availSell""";

    /** Fields of what can leave the account. */
    static final String MAX_WITHDRAWAL = """
            ccy maxWd maxWdEx spotOffsetMaxWd spotOffsetMaxWdEx""";

    /** Fields of the answer to adding or taking margin. */
    static final String MARGIN_ADJUSTED = """
            instId posSide amt type leverage ccy""";

    /** Fields of the Greeks of a currency. */
    static final String GREEKS = """
            deltaBS deltaPA gammaBS gammaPA thetaBS thetaPA vegaBS vegaPA ccy ts""";

    /** Fields of a position that was closed. */
    static final String POSITION_PAST = """
            instType instId mgnMode type cTime uTime openAvgPx nonSettleAvgPx closeAvgPx posId openMaxPos
            closeTotalPos realizedPnl settledPnl pnlRatio fee fundingFee liqPenalty pnl posSide lever
            direction triggerPx uly ccy""";

    /** Fields of the answer to adjusting a demo balance. */
    static final String DEMO_ADJUSTED = """
            remainCnt totalCnt details""";

    /** Fields of a type of bill. */
    static final String BILL_TYPE = """
            type typeDesc subTypeDetails""";

    /** Fields of the limit on orders. */
    static final String RATE_LIMIT = """
            fillRatio mainFillRatio accRateLimit nextAccRateLimit ts""";

    /** Fields of a currency. */
    static final String CURRENCY = """
            ccy name logoLink chain ctAddr canDep canWd canInternal depEstOpenTime wdEstOpenTime minDep minWd
            minInternal maxWd wdTickSz wdQuota usedWdQuota fee minFee maxFee minFeeForCtAddr maxFeeForCtAddr
            burningFeeRate mainNet needTag minDepArrivalConfirm minWdUnlockConfirm depQuotaFixed
            usedDepQuotaFixed depQuoteDailyLayer2""";

    /** Fields of what all accounts are worth. */
    static final String VALUATION = """
            totalBal ts details""";

    /** Fields of what each account is worth. */
    static final String VALUATION_DETAILS = """
            funding trading classic earn""";

    /** Fields of a bill of the funding account. */
    static final String FUNDING_BILL = """
            billId ccy clientId balChg bal type notes ts""";

    private Fields() {}
}
